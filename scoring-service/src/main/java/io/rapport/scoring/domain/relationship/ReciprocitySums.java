package io.rapport.scoring.domain.relationship;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.model.ScoringModel;

/** Decayed return and effort, by kind and in total. */
final class ReciprocitySums {

    private final DecayedSums sums;
    private final ScoringModel model;

    ReciprocitySums(DecayedSums sums, ScoringModel model) {
        this.sums = sums;
        this.model = model;
    }

    ExchangeBalance balance() {
        var theyToUs = total(EngagementColumns.INBOUND);
        var usToThem = total(EngagementColumns.OUTBOUND);
        var smaller = Math.min(theyToUs, usToThem);
        return new ExchangeBalance(theyToUs, usToThem, smaller == 0 ? 0 : smaller / Math.max(theyToUs, usToThem));
    }

    /** Decayed return of an inbound kind, or decayed effort of an outbound kind. */
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
