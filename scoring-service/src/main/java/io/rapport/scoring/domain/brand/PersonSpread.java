package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.LedgerEntry;

/** One person's counts in the sentiment spread of a brand, up to a day. */
final class PersonSpread {

    private final int asOf;
    private final FigureWindows windows;
    private final long[] judged;
    private final long[] polarity;
    private final long[] positive;
    private final long[] negative;
    private long followers;

    PersonSpread(LedgerCells ledger, int asOf, FigureWindows windows) {
        this.asOf = asOf;
        this.windows = windows;
        this.judged = new long[windows.count()];
        this.polarity = new long[windows.count()];
        this.positive = new long[windows.count()];
        this.negative = new long[windows.count()];
        for (int i = 0; i < ledger.size(); i++) {
            add(ledger.day(i), ledger.column(i), ledger.value(i));
        }
    }

    /** Adds the person's snapshot cells. */
    void addTo(LedgerCells.Builder cells) {
        for (int w = 0; w < windows.count(); w++) {
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
        for (int w = windows.count() - 1; w >= 0 && asOf - day < windows.days(w); w--) {
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
