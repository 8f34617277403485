package io.rapport.scoring.domain.spread;

import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.domain.policy.EvidencePolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sentiment spread of a brand, over the rolling windows. */
public final class BrandSpread {

    /** The 48 hours of a message of day {@code d} have ended at the end of day {@code d + 2}. */
    private static final int OPEN_DAYS = 2;

    private BrandSpread() {}

    /**
     * Computes the spread over 7, 30 and 90 days up to and including {@code asOf}, shortest window first. Reproduction and
     * times to children count only closed parents: messages of the window whose 48 hours have ended. Times are medians with
     * an error of at most 3 %.
     *
     * @param people the contributions of all people, with snapshots of {@code asOf}
     * @param cascades the cascades of the same brand
     * @param asOf epoch day
     */
    public static List<WindowSpread> of(BrandLedger people, SpreadLedger cascades, int asOf) {
        return of(people, cascades, asOf, FigureWindows.ROLLING);
    }

    /** Computes the spread over other windows, with snapshots of the same windows. */
    public static List<WindowSpread> of(BrandLedger people, SpreadLedger cascades, int asOf, FigureWindows windows) {
        var spreads = new ArrayList<WindowSpread>(windows.count());
        for (int w = 0; w < windows.count(); w++) {
            spreads.add(new Window(people, cascades, asOf, w, windows.days(w)).spread());
        }
        return List.copyOf(spreads);
    }

    private record Window(BrandLedger people, SpreadLedger cascades, int asOf, int window, int days) {

        WindowSpread spread() {
            var n = at(BrandColumns.JUDGED);
            @Nullable Double mean = n <= 0 ? null : Double.valueOf(mean(n) / BrandColumns.MEAN_UNITS);
            @Nullable Double deviation = n <= 0 ? null : Double.valueOf(deviation(n) / BrandColumns.MEAN_UNITS);
            var positive = polarity(MessageTone.POSITIVE);
            var negative = polarity(MessageTone.NEGATIVE);
            return new WindowSpread(
                    days,
                    positive,
                    negative,
                    mean,
                    deviation,
                    EvidencePolicy.of(n, positive.voices() + negative.voices()));
        }

        private PolaritySpread polarity(MessageTone tone) {
            var first = asOf - days + 1;
            var closed = new SpreadSums(cascades, tone, first, asOf - OPEN_DAYS);
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
