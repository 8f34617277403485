package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.RollingWindows;

/** One person's counts in the sentiment spread of a brand, up to a day. */
final class PersonSpread {

    private final int asOf;
    private final long[] judged = new long[RollingWindows.COUNT];
    private final long[] polarity = new long[RollingWindows.COUNT];
    private final long[] positive = new long[RollingWindows.COUNT];
    private final long[] negative = new long[RollingWindows.COUNT];
    private long followers;

    PersonSpread(LedgerCells ledger, int asOf) {
        this.asOf = asOf;
        for (int i = 0; i < ledger.size(); i++) {
            add(ledger.day(i), ledger.column(i), ledger.value(i));
        }
    }

    /** Adds the person's snapshot cells. */
    void addTo(LedgerCells.Builder cells) {
        for (int w = 0; w < RollingWindows.COUNT; w++) {
            var isPositive = positive[w] > 0;
            var isNegative = negative[w] > 0;
            add(cells, w, BrandColumns.CARRIERS, isPositive ? 1 : 0);
            add(cells, w, BrandColumns.CARRIERS + 1, isNegative ? 1 : 0);
            add(cells, w, BrandColumns.REACH, isPositive ? followers : 0);
            add(cells, w, BrandColumns.REACH + 1, isNegative ? followers : 0);
            if (judged[w] > 0) {
                var mean = Math.round(
                        (double) polarity[w] / judged[w] / LedgerEntry.POLARITY_SCALE * BrandColumns.MEAN_UNITS);
                add(cells, w, BrandColumns.JUDGED, 1);
                add(cells, w, BrandColumns.MEANS, mean);
                add(cells, w, BrandColumns.SQUARED_MEANS, mean * mean);
            }
        }
    }

    private void add(int day, int column, long value) {
        if (column == EngagementColumns.FOLLOWERS) {
            followers += Math.max(0, value);
            return;
        }
        if (column < EngagementColumns.JUDGED || day > asOf) {
            return;
        }
        for (int w = RollingWindows.COUNT - 1; w >= 0 && asOf - day < RollingWindows.days(w); w--) {
            addTo(w, column, value);
        }
    }

    private void addTo(int w, int column, long value) {
        switch (column) {
            case EngagementColumns.JUDGED -> judged[w] += value;
            case EngagementColumns.POSITIVE_SUM -> polarity[w] += value;
            case EngagementColumns.NEGATIVE_SUM -> polarity[w] -= value;
            case EngagementColumns.POSITIVE, EngagementColumns.SHARED_POSITIVE -> positive[w] += value;
            case EngagementColumns.NEGATIVE, EngagementColumns.SHARED_NEGATIVE -> negative[w] += value;
            default -> {
                // not a sentiment column
            }
        }
    }

    private static void add(LedgerCells.Builder cells, int window, int figure, long value) {
        cells.add(BrandColumns.SNAPSHOT_DAY, BrandColumns.spreadColumn(window, figure), value);
    }
}
