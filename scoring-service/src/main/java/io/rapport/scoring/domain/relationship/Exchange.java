package io.rapport.scoring.domain.relationship;

import io.rapport.scoring.domain.ledger.LedgerColumns;
import io.rapport.scoring.domain.model.ScoringModel;

/** What goes in each of the two directions, decayed. */
final class Exchange {

    private final DecayedSums sums;
    private final ScoringModel model;
    private final double theyToUs;
    private final double usToThem;

    Exchange(DecayedSums sums, ScoringModel model) {
        this.sums = sums;
        this.model = model;
        this.theyToUs = total(LedgerColumns.INBOUND);
        this.usToThem = total(LedgerColumns.OUTBOUND);
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
        var sum = sums.at(column);
        return sum == 0 || column >= LedgerColumns.OUTBOUND
                ? sum
                : sum * model.weightsOf(LedgerColumns.kind(column)).returned();
    }

    private double total(int block) {
        double total = 0;
        for (int column = block; column < block + LedgerColumns.BLOCK; column++) {
            total += value(column);
        }
        return Math.max(0, total);
    }
}
