package io.rapport.scoring.domain.brand;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.LedgerEntry;

/**
 * What a brand's figures are sums of, in whole numbers: for every day what people gave and took on it, and for the
 * current day how many people are what. A person's part of it is a brand ledger too (see {@link PersonContribution}), and so
 * is a difference between two. Immutable, and a commutative group: what is added can be taken away exactly.
 */
public final class BrandLedger {

    /** Nothing. */
    public static final BrandLedger EMPTY = new BrandLedger(LedgerCells.EMPTY, LedgerCells.EMPTY);

    /** How many days, the current one included, figures look back: the longest window, the one before, and a day. */
    public static final int DAYS_KEPT = 181;

    private final LedgerCells series;
    private final LedgerCells snapshot;

    BrandLedger(LedgerCells series, LedgerCells snapshot) {
        this.series = series;
        this.snapshot = snapshot;
    }

    /** What a POST adds: it is nobody's, so it enters here straight from its handle. */
    public static BrandLedger ofPost(LedgerEntry post) {
        if (post.kind() != EngagementKind.POST) {
            throw new IllegalArgumentException("Only a POST is nobody's, not a " + post.kind());
        }
        var cells = new LedgerCells.Builder(2);
        cells.add(post.day(), BrandColumns.ALL_OUTBOUND, 1);
        cells.add(post.day(), BrandColumns.PROMOTIONAL, post.promotional() ? 1 : 0);
        return new BrandLedger(cells.build(), LedgerCells.EMPTY);
    }

    /** Both together. */
    public BrandLedger plus(BrandLedger other) {
        return new BrandLedger(series.plus(other.series), snapshot.plus(other.snapshot));
    }

    /** This without the other. */
    public BrandLedger minus(BrandLedger other) {
        return new BrandLedger(series.minus(other.series), snapshot.minus(other.snapshot));
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return series.isEmpty() && snapshot.isEmpty();
    }

    /** This without the days that no figure of {@code asOf} or later looks at. */
    public BrandLedger trimmed(int asOf) {
        return new BrandLedger(series.fromDay(asOf - DAYS_KEPT + 1), snapshot);
    }

    /** Everyone who has a relationship with the brand: people with any engagement up to their day. */
    public long people() {
        long people = 0;
        for (int stage = 0; stage < BrandColumns.STAGES; stage++) {
            people += snapshot.valueAt(BrandColumns.SNAPSHOT_DAY, BrandColumns.STAGE + stage);
        }
        return people;
    }

    /** Its part that is by day. The series and the snapshot add up to this; a store may keep them apart. */
    public BrandLedger series() {
        return new BrandLedger(series, LedgerCells.EMPTY);
    }

    /** Its part that is about people as they are now. */
    public BrandLedger snapshot() {
        return new BrandLedger(LedgerCells.EMPTY, snapshot);
    }

    /** The epoch days of the series, ascending. */
    public int[] days() {
        return series.days();
    }

    /** The part of the series on one day; a store may keep days apart. */
    public BrandLedger seriesOn(int day) {
        return new BrandLedger(series.ofDay(day), LedgerCells.EMPTY);
    }

    /** The series, by day and {@link BrandColumns column}. */
    public LedgerCells seriesCells() {
        return series;
    }

    /** The snapshot, by day and {@link BrandColumns column}. */
    public LedgerCells snapshotCells() {
        return snapshot;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BrandLedger that && series.equals(that.series) && snapshot.equals(that.snapshot);
    }

    @Override
    public int hashCode() {
        return 31 * series.hashCode() + snapshot.hashCode();
    }

    @Override
    public String toString() {
        return "BrandLedger[series=" + series + ", snapshot=" + snapshot + "]";
    }
}
