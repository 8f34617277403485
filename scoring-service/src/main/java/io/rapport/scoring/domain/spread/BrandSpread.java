package io.rapport.scoring.domain.spread;

import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.domain.ledger.RollingWindows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How word of a brand spreads. */
public final class BrandSpread {

    /** A message of day {@code d} has had its 48 hours when day {@code d + 2} is over. */
    private static final int DAYS_OPEN = 2;

    private BrandSpread() {}

    /**
     * The spread over 7, 30 and 90 days up to and including {@code asOf}, shortest first. Reproduction and the times to
     * children are over messages of the window whose 48 hours are over; the times are medians, at most 3 % off.
     *
     * @param people everyone's figures, the snapshots all of {@code asOf}
     * @param cascades of the same brand
     * @param asOf epoch day
     */
    public static List<WindowSpread> of(BrandLedger people, SpreadLedger cascades, int asOf) {
        var windows = new ArrayList<WindowSpread>(RollingWindows.COUNT);
        for (int w = 0; w < RollingWindows.COUNT; w++) {
            windows.add(new Window(people, cascades, asOf, w).spread());
        }
        return List.copyOf(windows);
    }

    private record Window(BrandLedger people, SpreadLedger cascades, int asOf, int window) {

        WindowSpread spread() {
            var n = at(BrandColumns.JUDGED);
            @Nullable Double mean = n <= 0 ? null : Double.valueOf(mean(n) / BrandColumns.MEAN_UNITS);
            @Nullable Double deviation = n <= 0 ? null : Double.valueOf(deviation(n) / BrandColumns.MEAN_UNITS);
            return new WindowSpread(
                    RollingWindows.days(window), polarity(MessageTone.POSITIVE), polarity(MessageTone.NEGATIVE), mean, deviation);
        }

        private PolaritySpread polarity(MessageTone tone) {
            var first = asOf - RollingWindows.days(window) + 1;
            var closed = new SpreadSums(cascades, tone, first, asOf - DAYS_OPEN);
            return new PolaritySpread(
                    at(BrandColumns.toneColumn(BrandColumns.CARRIERS, tone)),
                    voices(BrandColumns.toneColumn(BrandColumns.VOICES, tone), first),
                    at(BrandColumns.toneColumn(BrandColumns.REACH, tone)),
                    closed.reproduction(),
                    closed.secondsToFirst(),
                    closed.secondsToFifth());
        }

        private double mean(long n) {
            return (double) at(BrandColumns.MEANS) / n;
        }

        private double deviation(long n) {
            var mean = mean(n);
            return Math.sqrt(Math.max(0, (double) at(BrandColumns.SQUARED_MEANS) / n - mean * mean));
        }

        private long voices(int column, int first) {
            var series = people.seriesCells();
            long voices = 0;
            for (int i = series.firstIndex(first); i < series.firstIndex(asOf + 1); i++) {
                voices += series.column(i) == column ? series.value(i) : 0;
            }
            return voices;
        }

        private long at(int figure) {
            return people.snapshotCells().valueAt(BrandColumns.SNAPSHOT_DAY, BrandColumns.spreadColumn(window, figure));
        }
    }
}
