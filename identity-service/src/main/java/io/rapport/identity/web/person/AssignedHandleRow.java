package io.rapport.identity.web.person;

import io.rapport.identity.web.display.DisplayFormat;
import io.rapport.identity.web.display.EvidenceBar;
import io.rapport.identity.web.display.PersonCard;

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
record AssignedHandleRow(
        String key,
        PersonCard.AccountLine account,
        boolean inferred,
        String status,
        boolean staff,
        List<EvidenceLine> reasons,
        List<EvidenceBar> bars) {

    /** Something that was found. */
    record EvidenceLine(String what, String detail) {

        static EvidenceLine of(Evidence evidence) {
            return new EvidenceLine(EvidenceBar.label(evidence.rule()), EvidenceBar.detail(evidence));
        }
    }

    static AssignedHandleRow of(HandleAssigned handle) {
        var inferred = handle.status() == AssignmentStatus.INFERRED;
        var weighed = handle.evidence().stream().anyMatch(each -> each.weight() != 0);
        return new AssignedHandleRow(
                handle.handleKey().key(),
                PersonCard.AccountLine.of(handle),
                inferred,
                inferred ? "inferred, " + DisplayFormat.percent(handle.confidence()) : "confirmed",
                handle.staff(),
                weighed ? List.of() : handle.evidence().stream().map(EvidenceLine::of).toList(),
                weighed ? EvidenceBar.of(handle.evidence(), handle.confidence()) : List.of());
    }
}
