package io.rapport.identity.web;

import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import java.util.List;

/**
 * A handle on its person's page, and how we know that it is theirs.
 *
 * @param key what a form calls it
 * @param status {@code confirmed}, or {@code inferred} with how likely it is
 * @param reasons what was found, where it was not weighed
 * @param bars what was weighed
 */
record HandleRow(
        String key,
        ReviewSide.Account account,
        boolean inferred,
        String status,
        boolean staff,
        List<Reason> reasons,
        List<EvidenceBar> bars) {

    /** Something that was found. */
    record Reason(String what, String detail) {

        static Reason of(Evidence evidence) {
            return new Reason(EvidenceBar.what(evidence.rule()), EvidenceBar.detail(evidence));
        }
    }

    static HandleRow of(HandleAssigned handle) {
        var inferred = handle.status() == AssignmentStatus.INFERRED;
        var weighed = handle.evidence().stream().anyMatch(each -> each.weight() != 0);
        return new HandleRow(
                handle.handleKey().key(),
                ReviewSide.Account.of(handle),
                inferred,
                inferred ? "inferred, " + Shown.percent(handle.confidence()) : "confirmed",
                handle.staff(),
                weighed ? List.of() : handle.evidence().stream().map(Reason::of).toList(),
                weighed ? EvidenceBar.of(handle.evidence(), handle.confidence()) : List.of());
    }
}
