package io.rapport.scoring.domain.relationship;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.model.ScoringModel;

/** Sums of engagements with exponential decay, carried from one active day to the next. */
final class DecayedSums {

    static final int POSITIVE_SENTIMENT = 64;
    static final int NEGATIVE_SENTIMENT = 65;
    static final int KNOW = 66;
    static final int LIKE = 67;
    static final int TRUST = 68;
    private static final int SIZE = 69;

    private final ScoringModel model;
    private final double rate;
    private final double[] sums;
    private int day;

    DecayedSums(ScoringModel model, int firstDay) {
        this(model, Math.log(2) / model.halfLife(), new double[SIZE], firstDay);
    }

    private DecayedSums(ScoringModel model, double rate, double[] sums, int day) {
        this.model = model;
        this.rate = rate;
        this.sums = sums;
        this.day = day;
    }

    /** A copy, decayed to a day; before the first day, all sums are 0. */
    DecayedSums decayedTo(int asOf) {
        var copy = new DecayedSums(model, rate, sums.clone(), day);
        copy.decayTo(Math.max(day, asOf));
        return copy;
    }

    /** Decays every sum to a later day, which becomes the current one. */
    void decayTo(int later) {
        var factor = decayFactor(later);
        for (int i = 0; i < SIZE; i++) {
            sums[i] *= factor;
        }
        day = later;
    }

    /** Factor by which a sum of the current day decays until a later day. */
    double decayFactor(int later) {
        return Math.exp(-rate * (later - day));
    }

    /** Adds a cell of the current day. */
    void add(int column, long value) {
        switch (EngagementColumns.block(column)) {
            case EngagementColumns.INBOUND -> addInbound(column, capped(value, model.cap()));
            case EngagementColumns.OUTBOUND ->
                sums[column] += capped(value, model.cap()) * model.effortOf(EngagementColumns.kind(column));
            case EngagementColumns.MINUTES ->
                sums[EngagementColumns.outbound(column)] += EngagementColumns.effortOfMinutes(value);
            default -> addPolarity(column, value);
        }
    }

    /** Decayed capped count of an inbound kind, decayed effort of an outbound kind, or one of the sums named above. */
    double get(int column) {
        return sums[column];
    }

    private void addInbound(int column, long count) {
        var weights = model.weightsOf(EngagementColumns.kind(column));
        sums[column] += count;
        sums[KNOW] += count * weights.know();
        sums[LIKE] += count * weights.like();
        sums[TRUST] += count * weights.trust();
    }

    private void addPolarity(int column, long millionths) {
        if (column == EngagementColumns.POSITIVE_SUM) {
            addSentiment(POSITIVE_SENTIMENT, model.sentiment().positive() * cappedPolarity(millionths));
        } else if (column == EngagementColumns.NEGATIVE_SUM) {
            addSentiment(NEGATIVE_SENTIMENT, -model.sentiment().negative() * cappedPolarity(millionths));
        }
    }

    private void addSentiment(int sum, double raw) {
        sums[sum] += raw;
        sums[LIKE] += raw;
    }

    private double cappedPolarity(long millionths) {
        return capped(millionths, (long) model.cap() * LedgerEntry.POLARITY_SCALE)
                / (double) LedgerEntry.POLARITY_SCALE;
    }

    static long capped(long count, long cap) {
        return Math.max(0, Math.min(count, cap));
    }
}
