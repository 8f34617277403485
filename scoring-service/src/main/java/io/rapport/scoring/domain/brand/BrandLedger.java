package io.rapport.scoring.domain.brand;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.binary.BinaryCodec;
import io.rapport.scoring.domain.ledger.Ledger;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.LedgerCellsCodec;
import io.rapport.scoring.domain.ledger.LedgerEntry;

/**
 * Sums behind a brand's figures: a daily series of engagements, and a snapshot of counts of people on the current day. One
 * person's contribution ({@link PersonContribution}) is a brand ledger too, and so is the difference of two.
 *
 * @param seriesCells the series by epoch day and {@link BrandColumns column}
 * @param snapshotCells the snapshot by {@link BrandColumns column}, and the changes of earlier days by the first day that changed
 */
public record BrandLedger(LedgerCells seriesCells, LedgerCells snapshotCells) implements Ledger<BrandLedger> {

    /** The ledger without sums. */
    public static final BrandLedger EMPTY = new BrandLedger(LedgerCells.EMPTY, LedgerCells.EMPTY);

    /** Days that figures look back, the current one included: the longest window, the one before it, and one day. */
    public static final int DAYS_KEPT = 181;

    /** The first day of counted changes. */
    private static final int FIRST_DAY = BrandColumns.SNAPSHOT_DAY + 1;

    private static final LedgerCellsCodec SERIES = new LedgerCellsCodec(BrandColumns.SERIES_COUNT);
    private static final LedgerCellsCodec SNAPSHOT = new LedgerCellsCodec(BrandColumns.SNAPSHOT_COUNT);

    /** Binary form: the cells of the series, then those of the snapshot. */
    public static final BinaryCodec<BrandLedger> CODEC = new BinaryCodec<>(
            "brand ledger",
            1,
            (ledger, out) -> {
                SERIES.write(ledger.seriesCells, out);
                SNAPSHOT.write(ledger.snapshotCells, out);
            },
            in -> new BrandLedger(SERIES.read(in), SNAPSHOT.read(in)));

    /** Creates the ledger of a POST, which belongs to the brand and not to a person. */
    public static BrandLedger ofPost(LedgerEntry post) {
        if (post.kind() != EngagementKind.POST) {
            throw new IllegalArgumentException("Expected a POST, not a " + post.kind());
        }
        var cells = new LedgerCells.Builder(2);
        cells.add(post.day(), BrandColumns.ALL_OUTBOUND, 1);
        cells.add(post.day(), BrandColumns.PROMOTIONAL, post.promotional() ? 1 : 0);
        return new BrandLedger(cells.build(), LedgerCells.EMPTY);
    }

    @Override
    public BrandLedger plus(BrandLedger other) {
        return new BrandLedger(seriesCells.plus(other.seriesCells), snapshotCells.plus(other.snapshotCells));
    }

    @Override
    public BrandLedger minus(BrandLedger other) {
        return new BrandLedger(seriesCells.minus(other.seriesCells), snapshotCells.minus(other.snapshotCells));
    }

    @Override
    public boolean isEmpty() {
        return seriesCells.isEmpty() && snapshotCells.isEmpty();
    }

    /** Drops what no figure of {@code asOf} or later reads, except the outbound totals, which contain the posts. */
    public BrandLedger trimmed(int asOf) {
        var kept = asOf - DAYS_KEPT + 1;
        return new BrandLedger(
                seriesCells.filter((day, column) -> day >= kept || isOutboundTotal(column)), snapshotCells);
    }

    /** This series with the outbound totals of another series, on all days. */
    public BrandLedger withOutboundTotalsOf(BrandLedger brand) {
        var people = seriesCells.filter((day, column) -> !isOutboundTotal(column));
        return new BrandLedger(people.plus(brand.outboundTotals()), snapshotCells);
    }

    /** What does not follow from the ledgers of people: the outbound totals of all days, and the counted history changes. */
    public BrandLedger withoutPeople() {
        return new BrandLedger(outboundTotals(), snapshotCells.filter((day, column) -> isHistoryChange(day, column)));
    }

    private LedgerCells outboundTotals() {
        return seriesCells.filter((day, column) -> isOutboundTotal(column));
    }

    private static boolean isOutboundTotal(int column) {
        return column == BrandColumns.ALL_OUTBOUND || column == BrandColumns.PROMOTIONAL;
    }

    /** Counts one change of days before the current one that belongs to no day. */
    public static BrandLedger ofHistoryChange() {
        return historyCell(BrandColumns.SNAPSHOT_DAY);
    }

    /**
     * Counts one change of days before the current one.
     *
     * @param earliest the first epoch day that changed; days before 1970-01-02 are counted as that one
     */
    public static BrandLedger ofHistoryChange(int earliest) {
        // Next to the total there is a cell for each day, which is no part of the snapshot.
        return ofHistoryChange().plus(historyCell(Math.max(FIRST_DAY, earliest)));
    }

    private static BrandLedger historyCell(int day) {
        var cells = new LedgerCells.Builder(1);
        cells.add(day, BrandColumns.HISTORY_CHANGES, 1);
        return new BrandLedger(LedgerCells.EMPTY, cells.build());
    }

    /** Number of counted changes of days before the current one. */
    public long historyChanges() {
        return snapshotCells.valueAt(BrandColumns.SNAPSHOT_DAY, BrandColumns.HISTORY_CHANGES);
    }

    /** Number of those that began on an epoch day or before; changes that belong to no day are not among them. */
    public long historyChangesUpTo(int day) {
        long changes = 0;
        var end = snapshotCells.firstIndex(Math.max(FIRST_DAY, day) + 1);
        for (int i = snapshotCells.firstIndex(FIRST_DAY); i < end; i++) {
            changes += snapshotCells.value(i);
        }
        return changes;
    }

    private static boolean isHistoryChange(int day, int column) {
        return day > BrandColumns.SNAPSHOT_DAY || column == BrandColumns.HISTORY_CHANGES;
    }

    /** Number of people with a relationship to the brand, on the day of the snapshot. */
    public long people() {
        long people = 0;
        for (int stage = 0; stage < BrandColumns.STAGES; stage++) {
            people += snapshotCells.valueAt(BrandColumns.SNAPSHOT_DAY, BrandColumns.STAGE + stage);
        }
        return people;
    }

    /** The series without the snapshot. */
    public BrandLedger series() {
        return new BrandLedger(seriesCells, LedgerCells.EMPTY);
    }

    /** The snapshot without the series. */
    public BrandLedger snapshot() {
        return new BrandLedger(LedgerCells.EMPTY, snapshotCells);
    }

    /** The epoch days of the series, ascending. */
    public int[] days() {
        return seriesCells.days();
    }

    /** One day of the series. */
    public BrandLedger seriesOn(int day) {
        return new BrandLedger(seriesCells.ofDay(day), LedgerCells.EMPTY);
    }
}
