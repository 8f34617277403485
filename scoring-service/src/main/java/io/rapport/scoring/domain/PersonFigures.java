package io.rapport.scoring.domain;

/**
 * What one person contributes to a brand's figures. Add the new and take away the old as the person changes: the work
 * does not depend on how many people a brand has.
 */
public final class PersonFigures {

    private PersonFigures() {}

    /**
     * The person's part of the daily series: capped counts, minutes, promotional and giving outbound, notifications. It
     * does not depend on the day it is looked at.
     */
    public static BrandLedger series(Ledger ledger, ScoringModel model) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** {@code series(after) - series(before)}, looking only at days that differ. */
    public static BrandLedger seriesChange(Ledger before, Ledger after, ScoringModel model) {
        throw new UnsupportedOperationException("not written yet");
    }

    /**
     * The person's part of the counts of people, on the score's day: keep it, and take it away when the next replaces it.
     *
     * @param ledger the ledger the score is of
     */
    public static BrandLedger snapshot(Ledger ledger, RelationshipScore score) {
        throw new UnsupportedOperationException("not written yet");
    }
}
