package io.rapport.scoring.domain.ledger;

/**
 * Counts and sums of engagements per day and kind: the only thing scores are computed from. Immutable, in whole numbers
 * throughout, and a commutative group: what is added can be taken away exactly, in any order. Days are kept as they
 * are.
 */
public final class Ledger {

    /** Nothing yet. */
    public static final Ledger EMPTY = new Ledger(Cells.EMPTY);

    private final Cells cells;

    Ledger(Cells cells) {
        this.cells = cells;
    }

    /** This ledger and one engagement more. */
    public Ledger plus(Entry entry) {
        return plus(LedgerColumns.of(entry));
    }

    /** This ledger without one engagement that was added before. */
    public Ledger minus(Entry entry) {
        return minus(LedgerColumns.of(entry));
    }

    /** Both ledgers together. */
    public Ledger plus(Ledger other) {
        return new Ledger(cells.plus(other.cells));
    }

    /** This ledger without what the other holds. */
    public Ledger minus(Ledger other) {
        return new Ledger(cells.minus(other.cells));
    }

    /** Whether nothing is left in it. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Epoch day of the latest entry, or {@code Integer.MIN_VALUE} when empty. */
    public int lastDay() {
        return cells.isEmpty() ? Integer.MIN_VALUE : cells.day(cells.size() - 1);
    }

    /** Its cells, by day and {@link LedgerColumns column}. */
    public Cells cells() {
        return cells;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ledger that && cells.equals(that.cells);
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
