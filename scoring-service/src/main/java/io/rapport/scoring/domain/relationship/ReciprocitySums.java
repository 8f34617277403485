package io.rapport.scoring.domain.relationship;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.model.ScoringModel;

/** What goes in each of the two directions, decayed. */
final class ReciprocitySums {

    private final DecayedSums sums;
    private final ScoringModel model;
    private final double theyToUs;
    private final double usToThem;

    ReciprocitySums(DecayedSums sums, ScoringModel model) {
        this.sums = sums;
        this.model = model;
        this.theyToUs = total(EngagementColumns.INBOUND);
        this.usToThem = total(EngagementColumns.OUTBOUND);
    }

    double theyToUs() {
        return theyToUs;
    }

    double usToThem() {
        return usToThem;
    }

    double reciprocity() {
        var smaller = Math.min(theyToUs, usToThem);
        return smaller == 0 ? 0 : smaller / Math.max(theyToUs, usToThem);
    }

    /** Decayed return of an inbound kind, decayed effort of an outbound one. */
    double value(int column) {
        var sum = sums.get(column);
        return sum == 0 || column >= EngagementColumns.OUTBOUND
                ? sum
                : sum * model.weightsOf(EngagementColumns.kind(column)).returned();
    }

    private double total(int block) {
        double total = 0;
        for (int column = block; column < block + EngagementColumns.BLOCK; column++) {
            total += value(column);
        }
        return Math.max(0, total);
    }
}
