package io.rapport.report.spread;

import io.rapport.report.page.PageFormat;

import io.rapport.contracts.sentiment.ReproductionNumber;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How word reproduces, as a drawing of {@link #WIDTH} units: a scale that begins at 0, the range it lies in, and the value.
 *
 * @param words the same, for whoever does not see it
 * @param from where the range begins
 * @param length how long it is
 * @param at where the value stands
 * @param one where 1 stands, above which word grows
 */
record ReproductionGauge(
        String value, String range, String words, String from, String length, String at, String one, List<GaugeTick> ticks) {

    private static final double MARGIN = 12;
    private static final double WIDTH = 320;
    private static final int MOST_TICKS = 5;

    /** A mark of the scale. */
    record GaugeTick(String at, String text) {}

    /** Where a scale ends that both fit on: a whole number, and at least 2, so that 1 stands in sight. */
    static double scale(ReproductionNumber... all) {
        var highest = Stream.of(all)
                .map(ReproductionNumber::high)
                .mapToDouble(high -> Objects.requireNonNullElse(high, 0.0))
                .max()
                .orElse(0);
        return Math.max(2, Math.ceil(highest));
    }

    static ReproductionGauge of(ReproductionNumber from, double scale) {
        var value = orZero(from.value());
        var low = orZero(from.low());
        var high = orZero(from.high());
        return new ReproductionGauge(
                PageFormat.ratio(value),
                PageFormat.ratio(low) + " to " + PageFormat.ratio(high),
                "R is %s; with 90 %% certainty it lies between %s and %s"
                        .formatted(PageFormat.ratio(value), PageFormat.ratio(low), PageFormat.ratio(high)),
                x(low, scale),
                plain((high - low) / scale * (WIDTH - 2 * MARGIN)),
                x(value, scale),
                x(1, scale),
                ticks(scale));
    }

    private static List<GaugeTick> ticks(double scale) {
        var step = Math.ceil(scale / MOST_TICKS);
        return DoubleStream.iterate(0, at -> at <= scale, at -> at + step)
                .mapToObj(at -> new GaugeTick(x(at, scale), PageFormat.plain(at)))
                .toList();
    }

    private static String x(double value, double scale) {
        return plain(MARGIN + value / scale * (WIDTH - 2 * MARGIN));
    }

    private static String plain(double value) {
        return String.format(Locale.ENGLISH, "%.1f", value);
    }

    private static double orZero(@Nullable Double value) {
        return Objects.requireNonNullElse(value, 0.0);
    }
}
