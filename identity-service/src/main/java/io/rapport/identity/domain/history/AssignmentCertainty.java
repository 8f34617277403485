package io.rapport.identity.domain.history;

import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.Evidence;
import java.util.List;

/**
 * The certainty of an assignment, derived from its evidence: each evidence waterfall is one inferred link, and the
 * weakest link determines the confidence.
 *
 * @param confidence 0 to 1
 */
public record AssignmentCertainty(AssignmentStatus status, double confidence) {

    /** The rule of the first row of every waterfall. */
    private static final String WATERFALL = "PRIOR";

    private static final double SURE = Double.POSITIVE_INFINITY;

    public static AssignmentCertainty of(List<Evidence> evidence) {
        var weakest = SURE;
        var sum = SURE;
        for (var each : evidence) {
            if (EvidenceRule.isSplit(each)) {
                break;
            }
            if (each.rule().equals(WATERFALL)) {
                weakest = Math.min(weakest, sum);
                sum = 0;
            }
            sum += each.weight();
        }
        weakest = Math.min(weakest, sum);
        return weakest == SURE
                ? new AssignmentCertainty(AssignmentStatus.CONFIRMED, 1)
                : new AssignmentCertainty(AssignmentStatus.INFERRED, 1 / (1 + Math.exp(-weakest)));
    }
}
