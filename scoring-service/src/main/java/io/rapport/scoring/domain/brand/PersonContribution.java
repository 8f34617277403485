package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;

/**
 * One person's contribution to a brand's ledger. When a person changes, the new contribution is added and the old one
 * subtracted, so the cost does not depend on the number of people.
 */
public final class PersonContribution {

    private PersonContribution() {}

    /**
     * The person's part of the daily series: capped counts, minutes and outbound totals. It does not depend on a day of
     * evaluation.
     */
    public static BrandLedger series(EngagementLedger ledger, ScoringModel model) {
        return new BrandLedger(PersonSeries.of(ledger.cells(), model.cap()), LedgerCells.EMPTY);
    }

    /** {@code series(after) - series(before)}, computed only for days that differ. */
    public static BrandLedger seriesChange(EngagementLedger before, EngagementLedger after, ScoringModel model) {
        var changed = after.cells().minus(before.cells());
        var added = PersonSeries.of(after.cells().ofDaysIn(changed), model.cap());
        var removed = PersonSeries.of(before.cells().ofDaysIn(changed), model.cap());
        return new BrandLedger(added.minus(removed), LedgerCells.EMPTY);
    }

    /** {@code series(after, newModel) - series(before, oldModel)}. */
    public static BrandLedger seriesChange(
            EngagementLedger before, ScoringModel oldModel, EngagementLedger after, ScoringModel newModel) {
        return oldModel.cap() == newModel.cap()
                ? seriesChange(before, after, newModel)
                : series(after, newModel).minus(series(before, oldModel));
    }

    /**
     * The person's part of the snapshot on the day of a score. The caller keeps it, to subtract it when the next score
     * replaces it.
     *
     * @param ledger ledger the score was computed from
     */
    public static BrandLedger snapshot(EngagementLedger ledger, RelationshipScore score) {
        return snapshot(ledger, score, FigureWindows.ROLLING);
    }

    /** The person's part of a snapshot with other windows than the rolling ones; it is never stored. */
    public static BrandLedger snapshot(EngagementLedger ledger, RelationshipScore score, FigureWindows windows) {
        return new BrandLedger(LedgerCells.EMPTY, new PersonSnapshot(ledger.cells(), score, windows).cells());
    }
}
