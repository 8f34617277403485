package io.rapport.report.models;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The drawing of how many people have which strength with two models, {@value #WIDTH} by {@value #HEIGHT} units, with the same numbers
 * as a table.
 *
 * @param description the people above the middle with each model, as a sentence
 * @param bands lowest first
 * @param highest the highest number of people in a band
 */
record StrengthBands(String description, List<StrengthBand> bands, String highest) {

    static final int WIDTH = 640;
    static final int HEIGHT = 200;

    private static final double LEFT = 44;
    private static final double TOP = 12;
    private static final double BOTTOM = 28;
    private static final double GAP = 6;
    private static final int POINTS = 10;
    private static final int MIDDLE = 5;

    /**
     * The people in a band of ten points.
     *
     * @param label of the band
     * @param middle of the band on the horizontal axis
     */
    record StrengthBand(String label, String middle, BandBar now, BandBar then) {}

    /** A bar, with its number as text. */
    record BandBar(String x, String y, String width, String height, String shown) {}

    /**
     * The drawing of these numbers of people.
     *
     * @param now with the active model, lowest band first
     * @param then with the other model, of as many bands
     */
    static StrengthBands of(List<Long> now, List<Long> then) {
        var highest = Stream.concat(now.stream(), then.stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        var scale = (HEIGHT - TOP - BOTTOM) / Math.max(1, highest);
        var step = (WIDTH - LEFT) / now.size();
        var width = (step - GAP) / 2;
        return new StrengthBands(
                text("models.strengths.description", PageFormat.count(above(now)), PageFormat.count(above(then))),
                IntStream.range(0, now.size())
                        .mapToObj(i -> {
                            var x = LEFT + i * step;
                            return new StrengthBand(
                                    i * POINTS + "–" + (i + 1) * POINTS,
                                    plain(x + width),
                                    bar(x, width, scale, now.get(i)),
                                    bar(x + width, width, scale, then.get(i)));
                        })
                        .toList(),
                PageFormat.count(highest));
    }

    private static long above(List<Long> counts) {
        return counts.stream().skip(MIDDLE).mapToLong(Long::longValue).sum();
    }

    private static BandBar bar(double x, double width, double scale, long count) {
        var height = scale * count;
        return new BandBar(
                plain(x), plain(HEIGHT - BOTTOM - height), plain(width), plain(height), PageFormat.count(count));
    }

    private static String plain(double value) {
        return String.format(Locale.ENGLISH, "%.1f", value);
    }
}
