package io.rapport.scoring.domain.ledger;

/**
 * Counts and sums of engagements per day and kind: the only thing scores are computed from. Immutable, in whole numbers
 * throughout, and a commutative group: what is added can be taken away exactly, in any order. Days are kept as they
 * are.
 */
public final class EngagementLedger {

    /** Nothing yet. */
    public static final EngagementLedger EMPTY = new EngagementLedger(LedgerCells.EMPTY);

    private final LedgerCells cells;

    EngagementLedger(LedgerCells cells) {
        this.cells = cells;
    }

    /** This ledger and one engagement more. */
    public EngagementLedger plus(LedgerEntry entry) {
        return plus(EngagementColumns.of(entry));
    }

    /** This ledger without one engagement that was added before. */
    public EngagementLedger minus(LedgerEntry entry) {
        return minus(EngagementColumns.of(entry));
    }

    /** Both ledgers together. */
    public EngagementLedger plus(EngagementLedger other) {
        return new EngagementLedger(cells.plus(other.cells));
    }

    /** This ledger without what the other holds. */
    public EngagementLedger minus(EngagementLedger other) {
        return new EngagementLedger(cells.minus(other.cells));
    }

    /** Whether nothing is left in it. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Epoch day of the latest entry, or {@code Integer.MIN_VALUE} when empty. */
    public int lastDay() {
        return cells.isEmpty() ? Integer.MIN_VALUE : cells.day(cells.size() - 1);
    }

    /** Its cells, by day and {@link EngagementColumns column}. */
    public LedgerCells cells() {
        return cells;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EngagementLedger that && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return "Ledger" + cells;
    }
}
