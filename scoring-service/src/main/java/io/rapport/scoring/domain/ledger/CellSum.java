package io.rapport.scoring.domain.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Adds up the cells of many ledgers in place, in one array for each day. */
public final class CellSum {

    private final int columns;
    private final Map<Integer, long[]> byDay = new HashMap<>();

    /** Begins without cells, for columns below {@code columns}. */
    public CellSum(int columns) {
        this.columns = columns;
    }

    /** Adds cells. */
    public void add(LedgerCells cells) {
        add(cells, day -> true);
    }

    /**
     * Adds the cells of some days.
     *
     * @param isRead the epoch days that are added; others are left out
     */
    public void add(LedgerCells cells, IntPredicate isRead) {
        for (int i = 0; i < cells.size(); ) {
            var day = cells.day(i);
            var sums = isRead.test(day) ? byDay.computeIfAbsent(day, added -> new long[columns]) : null;
            for (; i < cells.size() && cells.day(i) == day; i++) {
                if (sums != null) {
                    sums[cells.column(i)] += cells.value(i);
                }
            }
        }
    }

    /** Adds to one cell. */
    public void add(int day, int column, long value) {
        byDay.computeIfAbsent(day, added -> new long[columns])[column] += value;
    }

    /** The sum of the cells added so far. */
    public LedgerCells sum() {
        var capacity = byDay.values().stream()
                .mapToInt(sums ->
                        (int) Arrays.stream(sums).filter(sum -> sum != 0).count())
                .sum();
        var cells = new LedgerCells.Builder(capacity);
        new TreeMap<>(byDay).forEach((day, sums) -> {
            for (int column = 0; column < columns; column++) {
                cells.add(day, column, sums[column]);
            }
        });
        return cells.build();
    }
}
