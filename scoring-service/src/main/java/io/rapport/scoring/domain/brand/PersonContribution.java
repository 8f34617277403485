package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;

/**
 * What one person contributes to a brand's figures. Add the new and take away the old as the person changes: the work
 * does not depend on how many people a brand has.
 */
public final class PersonContribution {

    private PersonContribution() {}

    /**
     * The person's part of the daily series: capped counts, minutes, outbound of each sort. It does not depend on the day
     * it is looked at.
     */
    public static BrandLedger series(EngagementLedger ledger, ScoringModel model) {
        return new BrandLedger(PersonSeries.of(ledger.cells(), model.cap()), LedgerCells.EMPTY);
    }

    /** {@code series(after) - series(before)}, looking only at days that differ. */
    public static BrandLedger seriesChange(EngagementLedger before, EngagementLedger after, ScoringModel model) {
        var changed = after.cells().minus(before.cells());
        var added = PersonSeries.of(after.cells().ofDaysIn(changed), model.cap());
        var taken = PersonSeries.of(before.cells().ofDaysIn(changed), model.cap());
        return new BrandLedger(added.minus(taken), LedgerCells.EMPTY);
    }

    /** The same, where the model changes as well: {@code series(after, is) - series(before, was)}. */
    public static BrandLedger seriesChange(EngagementLedger before, ScoringModel was, EngagementLedger after, ScoringModel is) {
        return was.cap() == is.cap()
                ? seriesChange(before, after, is)
                : series(after, is).minus(series(before, was));
    }

    /**
     * The person's part of the counts of people, on the score's day: keep it, and take it away when the next replaces it.
     *
     * @param ledger the ledger the score is of
     */
    public static BrandLedger snapshot(EngagementLedger ledger, RelationshipScore score) {
        return new BrandLedger(LedgerCells.EMPTY, new PersonSnapshot(ledger.cells(), score).cells());
    }
}
