package io.rapport.scoring.domain.tie;

import io.rapport.scoring.domain.ledger.LedgerCells;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contacts between two people, or between two of their handles, by day and {@link TieSort}. Addition and subtraction are
 * exact, so that the contacts of a handle can move with it.
 */
public record TieLedger(LedgerCells cells) {

    /** No contact. */
    public static final TieLedger EMPTY = new TieLedger(LedgerCells.EMPTY);

    private static final long CAP = 20;
    private static final double HALF_LIFE = 60;

    /** Returns contacts of one sort and day. */
    public static TieLedger of(TieSort sort, int day, long count) {
        var cells = new LedgerCells.Builder(1);
        cells.add(day, sort.code(), count);
        return new TieLedger(cells.build());
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Adds contacts. */
    public TieLedger plus(TieLedger other) {
        return new TieLedger(cells.plus(other.cells));
    }

    /** Subtracts contacts. */
    public TieLedger minus(TieLedger other) {
        return new TieLedger(cells.minus(other.cells));
    }

    /** The contacts of which there are more than none. */
    public TieLedger positive() {
        return new TieLedger(cells.filter((day, column) -> cells.valueAt(day, column) > 0));
    }

    /** The same contacts from the view of the other. */
    public TieLedger reversed() {
        var reversed = EMPTY;
        for (int i = 0; i < cells.size(); i++) {
            var sort = TieSort.of(cells.column(i)).reversed();
            reversed = reversed.plus(of(sort, cells.day(i), cells.value(i)));
        }
        return reversed;
    }

    /** First epoch day with a contact. */
    public int firstDay() {
        return cells.day(0);
    }

    /** Last epoch day with a contact. */
    public int lastDay() {
        return cells.day(cells.size() - 1);
    }

    /** The contacts on the last day, at most 20 of a sort and day, each halved with every 60 days before it. */
    public double weight() {
        double weight = 0;
        for (int i = 0; i < cells.size(); i++) {
            weight += Math.min(CAP, cells.value(i)) * Math.pow(2, (cells.day(i) - lastDay()) / HALF_LIFE);
        }
        return weight;
    }

    /** The contacts of each sort, of all days. */
    public Map<TieSort, Long> totals() {
        var totals = new TreeMap<TieSort, Long>();
        for (int i = 0; i < cells.size(); i++) {
            totals.merge(TieSort.of(cells.column(i)), cells.value(i), Long::sum);
        }
        return totals;
    }
}
