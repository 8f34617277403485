package io.rapport.scoring.domain.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Adds up the cells of many ledgers in place, in one array for each day. */
public final class CellSum {

    /** A power of two. */
    private static final int RECENT = 256;

    private final int columns;
    private final Map<Integer, long[]> byDay = new HashMap<>();
    // The ledgers of many people have the same days: an array is found by the last bits of its day, without the map.
    private final int[] recentDays = new int[RECENT];
    private final long[][] recent = new long[RECENT][];

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
            var sums = isRead.test(day) ? ofDay(day) : null;
            for (; i < cells.size() && cells.day(i) == day; i++) {
                if (sums != null) {
                    sums[cells.column(i)] += cells.value(i);
                }
            }
        }
    }

    /** Adds to one cell. */
    public void add(int day, int column, long value) {
        ofDay(day)[column] += value;
    }

    private long[] ofDay(int day) {
        var slot = day & RECENT - 1;
        var known = recent[slot];
        if (known != null && recentDays[slot] == day) {
            return known;
        }
        var sums = byDay.computeIfAbsent(day, added -> new long[columns]);
        recentDays[slot] = day;
        recent[slot] = sums;
        return sums;
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
