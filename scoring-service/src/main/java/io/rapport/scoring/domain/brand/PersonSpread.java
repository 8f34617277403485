package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.Cells;
import io.rapport.scoring.domain.ledger.Entry;
import io.rapport.scoring.domain.ledger.LedgerColumns;
import io.rapport.scoring.domain.ledger.Windows;

/** What one person is in the spread of word about a brand, up to a day. */
final class PersonSpread {

    private final int asOf;
    private final long[] judged = new long[Windows.COUNT];
    private final long[] polarity = new long[Windows.COUNT];
    private final long[] positive = new long[Windows.COUNT];
    private final long[] negative = new long[Windows.COUNT];
    private long followers;

    PersonSpread(Cells ledger, int asOf) {
        this.asOf = asOf;
        for (int i = 0; i < ledger.size(); i++) {
            take(ledger.day(i), ledger.column(i), ledger.value(i));
        }
    }

    /** Adds the person's snapshot cells. */
    void addTo(Cells.Builder cells) {
        for (int w = 0; w < Windows.COUNT; w++) {
            var isPositive = positive[w] > 0;
            var isNegative = negative[w] > 0;
            add(cells, w, BrandColumns.CARRIERS, isPositive ? 1 : 0);
            add(cells, w, BrandColumns.CARRIERS + 1, isNegative ? 1 : 0);
            add(cells, w, BrandColumns.REACH, isPositive ? followers : 0);
            add(cells, w, BrandColumns.REACH + 1, isNegative ? followers : 0);
            if (judged[w] > 0) {
                var mean =
                        Math.round((double) polarity[w] / judged[w] / Entry.WHOLE_POLARITY * BrandColumns.MEAN_UNITS);
                add(cells, w, BrandColumns.JUDGED, 1);
                add(cells, w, BrandColumns.MEANS, mean);
                add(cells, w, BrandColumns.SQUARED_MEANS, mean * mean);
            }
        }
    }

    private void take(int day, int column, long value) {
        if (column == LedgerColumns.FOLLOWERS) {
            followers += Math.max(0, value);
            return;
        }
        if (column < LedgerColumns.JUDGED || day > asOf) {
            return;
        }
        for (int w = Windows.COUNT - 1; w >= 0 && asOf - day < Windows.days(w); w--) {
            addTo(w, column, value);
        }
    }

    private void addTo(int w, int column, long value) {
        switch (column) {
            case LedgerColumns.JUDGED -> judged[w] += value;
            case LedgerColumns.POSITIVE_SUM -> polarity[w] += value;
            case LedgerColumns.NEGATIVE_SUM -> polarity[w] -= value;
            case LedgerColumns.POSITIVE, LedgerColumns.CARRIED_POSITIVE -> positive[w] += value;
            case LedgerColumns.NEGATIVE, LedgerColumns.CARRIED_NEGATIVE -> negative[w] += value;
            default -> {
                // not about word of mouth
            }
        }
    }

    private static void add(Cells.Builder cells, int window, int figure, long value) {
        cells.add(BrandColumns.SNAPSHOT, BrandColumns.inSpread(window, figure), value);
    }
}
