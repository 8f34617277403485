package io.rapport.scoring.domain.relationship;

import io.rapport.scoring.domain.ledger.Entry;
import io.rapport.scoring.domain.ledger.LedgerColumns;
import io.rapport.scoring.domain.model.ScoringModel;

/** What engagements add up to when each weighs less with every day, carried from one active day to the next. */
final class DecayedSums {

    static final int POSITIVE_WORDS = 64;
    static final int NEGATIVE_WORDS = 65;
    static final int KNOW = 66;
    static final int LIKE = 67;
    static final int TRUST = 68;
    private static final int SIZE = 69;

    private final ScoringModel model;
    private final double rate;
    private final double[] sums = new double[SIZE];
    private int day;

    DecayedSums(ScoringModel model, int firstDay) {
        this.model = model;
        this.rate = Math.log(2) / model.halfLife();
        this.day = firstDay;
    }

    /** Carries every sum to a later day. */
    void decayTo(int later) {
        var left = leftOn(later);
        for (int i = 0; i < SIZE; i++) {
            sums[i] *= left;
        }
        day = later;
    }

    /** What a whole is worth on a later day. */
    double leftOn(int later) {
        return Math.exp(-rate * (later - day));
    }

    /** Adds a cell of the current day. */
    void take(int column, long value) {
        switch (LedgerColumns.block(column)) {
            case LedgerColumns.INBOUND -> takeInbound(column, capped(value, model.cap()));
            case LedgerColumns.OUTBOUND ->
                sums[column] += capped(value, model.cap()) * model.effortOf(LedgerColumns.kind(column));
            case LedgerColumns.MINUTES -> sums[LedgerColumns.outbound(column)] += LedgerColumns.effortOfMinutes(value);
            default -> takeWords(column, value);
        }
    }

    /** A kind's decayed capped count when inbound, and decayed effort when outbound; or one of the sums named above. */
    double at(int column) {
        return sums[column];
    }

    private void takeInbound(int column, long count) {
        var weights = model.weightsOf(LedgerColumns.kind(column));
        sums[column] += count;
        sums[KNOW] += count * weights.know();
        sums[LIKE] += count * weights.like();
        sums[TRUST] += count * weights.trust();
    }

    private void takeWords(int column, long millionths) {
        if (column == LedgerColumns.POSITIVE_SUM) {
            addWords(POSITIVE_WORDS, model.sentiment().positive() * cappedPolarity(millionths));
        } else if (column == LedgerColumns.NEGATIVE_SUM) {
            addWords(NEGATIVE_WORDS, -model.sentiment().negative() * cappedPolarity(millionths));
        }
    }

    private void addWords(int sum, double raw) {
        sums[sum] += raw;
        sums[LIKE] += raw;
    }

    private double cappedPolarity(long millionths) {
        return capped(millionths, (long) model.cap() * Entry.WHOLE_POLARITY) / (double) Entry.WHOLE_POLARITY;
    }

    static long capped(long count, long cap) {
        return Math.max(0, Math.min(count, cap));
    }
}
