package io.rapport.scoring.domain.brand;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.LedgerEntry;

/** One person's counts in the sentiment spread of a brand, up to a day. */
final class PersonSpread {

    private final LedgerCells ledger;
    private final FigureWindows windows;
    private final long[] judged;
    private final long[] polarity;
    private final long[] positive;
    private final long[] negative;

    PersonSpread(LedgerCells ledger, int asOf, FigureWindows windows) {
        this.ledger = ledger;
        this.windows = windows;
        this.judged = new long[windows.count()];
        this.polarity = new long[windows.count()];
        this.positive = new long[windows.count()];
        this.negative = new long[windows.count()];
        var end = ledger.firstIndex(asOf + 1);
        for (int i = ledger.firstIndex(asOf - windows.longest() + 1); i < end; i++) {
            if (ledger.column(i) >= EngagementColumns.JUDGED) {
                add(asOf - ledger.day(i), ledger.column(i), ledger.value(i));
            }
        }
    }

    /** Adds the person's snapshot cells. */
    void addTo(LedgerCells.Builder cells) {
        for (int w = 0; w < windows.count(); w++) {
            var isPositive = positive[w] > 0;
            var isNegative = negative[w] > 0;
            add(cells, w, BrandColumns.CARRIERS, isPositive ? 1 : 0);
            add(cells, w, BrandColumns.CARRIERS + 1, isNegative ? 1 : 0);
            add(cells, w, BrandColumns.REACH, isPositive ? followers() : 0);
            add(cells, w, BrandColumns.REACH + 1, isNegative ? followers() : 0);
            if (judged[w] > 0) {
                var mean = Math.round(
                        (double) polarity[w] / judged[w] / LedgerEntry.POLARITY_SCALE * BrandColumns.MEAN_UNITS);
                add(cells, w, BrandColumns.JUDGED, 1);
                add(cells, w, BrandColumns.MEANS, mean);
                add(cells, w, BrandColumns.SQUARED_MEANS, mean * mean);
            }
        }
    }

    /** The sum of the followers of the person's handles, on whatever day they were reported. */
    private long followers() {
        long followers = 0;
        for (int i = 0; i < ledger.size(); i++) {
            followers += ledger.column(i) == EngagementColumns.FOLLOWERS ? Math.max(0, ledger.value(i)) : 0;
        }
        return followers;
    }

    private void add(int age, int column, long value) {
        for (int w = windows.count() - 1; w >= 0 && age < windows.days(w); w--) {
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
