package io.rapport.identity.web.person;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.web.display.DisplayFormat;
import io.rapport.identity.web.display.EvidenceBar;
import io.rapport.identity.web.display.PersonCard;
import java.util.List;

/**
 * A handle on a person's page with the evidence for the assignment.
 *
 * @param key handle key as used in forms
 * @param status {@code confirmed}, or {@code inferred} with the probability
 * @param reasons deterministic evidence
 * @param bars weighted evidence
 */
record AssignedHandleRow(
        String key,
        PersonCard.AccountLine account,
        boolean inferred,
        String status,
        boolean staff,
        List<EvidenceLine> reasons,
        List<EvidenceBar> bars) {

    /** A piece of deterministic evidence. */
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
                inferred
                        ? text("handle.inferred", DisplayFormat.percent(handle.confidence()))
                        : text("handle.confirmed"),
                handle.staff(),
                weighed
                        ? List.of()
                        : handle.evidence().stream().map(EvidenceLine::of).toList(),
                weighed ? EvidenceBar.of(handle.evidence(), handle.confidence()) : List.of());
    }
}
