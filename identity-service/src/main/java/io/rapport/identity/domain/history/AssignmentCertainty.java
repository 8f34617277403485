package io.rapport.identity.domain.history;

import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.Evidence;
import java.util.List;

/**
 * How sure it is whom a handle belongs to. It follows from the evidence: every waterfall is a link that was inferred, and
 * the weakest link counts.
 *
 * @param confidence 0 to 1
 */
public record AssignmentCertainty(AssignmentStatus status, double confidence) {

    /** What every waterfall begins with. */
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
