package io.rapport.scoring.domain.ledger;

import io.rapport.scoring.domain.binary.BinaryCodec;

/**
 * Counts and sums of engagements by day and kind; the only input of relationship scores.
 *
 * @param cells the sums by epoch day and {@link EngagementColumns column}
 */
public record EngagementLedger(LedgerCells cells) implements Ledger<EngagementLedger> {

    /** The ledger without engagements. */
    public static final EngagementLedger EMPTY = new EngagementLedger(LedgerCells.EMPTY);

    private static final LedgerCellsCodec CELLS = new LedgerCellsCodec(EngagementColumns.COUNT);

    /** Binary form; an active day of one kind takes three or four bytes. */
    public static final BinaryCodec<EngagementLedger> CODEC = new BinaryCodec<>(
            "engagement ledger",
            1,
            (ledger, out) -> CELLS.write(ledger.cells, out),
            in -> new EngagementLedger(CELLS.read(in)));

    /** Adds an engagement. */
    public EngagementLedger plus(LedgerEntry entry) {
        return plus(EngagementColumns.of(entry));
    }

    /** Subtracts an engagement that was added before. */
    public EngagementLedger minus(LedgerEntry entry) {
        return minus(EngagementColumns.of(entry));
    }

    @Override
    public EngagementLedger plus(EngagementLedger other) {
        return new EngagementLedger(cells.plus(other.cells));
    }

    @Override
    public EngagementLedger minus(EngagementLedger other) {
        return new EngagementLedger(cells.minus(other.cells));
    }

    @Override
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Epoch day of the latest entry, or {@code Integer.MIN_VALUE} when empty. */
    public int lastDay() {
        return cells.isEmpty() ? Integer.MIN_VALUE : cells.day(cells.size() - 1);
    }
}
