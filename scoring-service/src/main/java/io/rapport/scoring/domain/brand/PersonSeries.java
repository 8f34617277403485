package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.MessageTone;

/** Converts the days of a person's ledger to days of the brand's series. */
final class PersonSeries {

    private PersonSeries() {}

    static LedgerCells of(LedgerCells ledger, int cap) {
        var series = new LedgerCells.Builder(2 * ledger.size());
        for (int i = 0; i < ledger.size(); ) {
            i = addDay(ledger, i, cap, series);
        }
        return series.build();
    }

    private static int addDay(LedgerCells ledger, int first, int cap, LedgerCells.Builder series) {
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
            var block = EngagementColumns.block(column);
            if (block <= EngagementColumns.MINUTES) {
                var isCapped = block == EngagementColumns.INBOUND || block == EngagementColumns.OUTBOUND;
                series.add(day, column, isCapped ? Math.min(value, cap) : value);
            }
            outbound += block == EngagementColumns.OUTBOUND || block == EngagementColumns.TIMED ? value : 0;
            promotional += column == EngagementColumns.PROMOTIONAL ? value : 0;
            giving += column == EngagementColumns.GIVING ? value : 0;
            positive += EngagementColumns.tone(column) == MessageTone.POSITIVE ? value : 0;
            negative += EngagementColumns.tone(column) == MessageTone.NEGATIVE ? value : 0;
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
