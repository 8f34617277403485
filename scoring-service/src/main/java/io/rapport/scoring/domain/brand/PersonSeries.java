package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.Cells;
import io.rapport.scoring.domain.ledger.LedgerColumns;
import io.rapport.scoring.domain.ledger.Tone;

/** Turns a person's days into days of the brand's series. */
final class PersonSeries {

    private PersonSeries() {}

    static Cells of(Cells ledger, int cap) {
        var series = new Cells.Builder(2 * ledger.size());
        for (int i = 0; i < ledger.size(); ) {
            i = day(ledger, i, cap, series);
        }
        return series.build();
    }

    private static int day(Cells ledger, int first, int cap, Cells.Builder series) {
        var day = ledger.day(first);
        long outbound = 0;
        long promotional = 0;
        long giving = 0;
        long positive = 0;
        long negative = 0;
        int i = first;
        for (; i < ledger.size() && ledger.day(i) == day; i++) {
            var column = ledger.column(i);
            var value = Math.max(0, ledger.value(i));
            var block = LedgerColumns.block(column);
            if (block <= LedgerColumns.MINUTES) {
                var isCapped = block == LedgerColumns.INBOUND || block == LedgerColumns.OUTBOUND;
                series.add(day, column, isCapped ? Math.min(value, cap) : value);
            }
            outbound += block == LedgerColumns.OUTBOUND || block == LedgerColumns.TIMED ? value : 0;
            promotional += column == LedgerColumns.PROMOTIONAL ? value : 0;
            giving += column == LedgerColumns.GIVING ? value : 0;
            positive += LedgerColumns.tone(column) == Tone.POSITIVE ? value : 0;
            negative += LedgerColumns.tone(column) == Tone.NEGATIVE ? value : 0;
        }
        series.add(day, BrandColumns.ALL_OUTBOUND, outbound);
        series.add(day, BrandColumns.PROMOTIONAL, promotional);
        series.add(day, BrandColumns.GIVING, giving);
        series.add(day, BrandColumns.VOICES, positive);
        series.add(day, BrandColumns.VOICES + 1, negative);
        series.add(day, BrandColumns.CARRIERS_OF_DAY, Math.min(1, positive));
        series.add(day, BrandColumns.CARRIERS_OF_DAY + 1, Math.min(1, negative));
        return i;
    }
}
