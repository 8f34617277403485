package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.LedgerCells;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Adds up the daily series of people, in one array for each day. */
final class SeriesSum {

    private final TreeMap<Integer, long[]> byDay = new TreeMap<>();

    /**
     * Adds the series of a person.
     *
     * @param isRead the days that the figures read; others are left out
     */
    void add(BrandLedger person, IntPredicate isRead) {
        var cells = person.seriesCells();
        for (int i = 0; i < cells.size(); i++) {
            if (isRead.test(cells.day(i))) {
                byDay.computeIfAbsent(cells.day(i), day -> new long[BrandColumns.SERIES_COUNT])[cells.column(i)] +=
                        cells.value(i);
            }
        }
    }

    /** The sum, without a snapshot. */
    BrandLedger sum() {
        var capacity = byDay.values().stream()
                .mapToInt(values ->
                        (int) Arrays.stream(values).filter(value -> value != 0).count())
                .sum();
        var cells = new LedgerCells.Builder(capacity);
        byDay.forEach((day, values) -> {
            for (int column = 0; column < values.length; column++) {
                cells.add(day, column, values[column]);
            }
        });
        return new BrandLedger(cells.build(), LedgerCells.EMPTY);
    }
}
