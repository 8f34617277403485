package io.rapport.report.spread;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The drawing of a reproduction number, {@link #WIDTH} units wide: a scale from 0, the confidence interval and the value.
 *
 * @param description the text alternative of the drawing
 * @param from the beginning of the interval
 * @param length of the interval
 * @param at the position of the value
 * @param one the position of 1, above which messages multiply
 */
record ReproductionGauge(
        String value,
        String range,
        String description,
        String from,
        String length,
        String at,
        String one,
        List<GaugeTick> ticks) {

    private static final double MARGIN = 12;
    private static final double WIDTH = 320;
    private static final int MAX_TICKS = 5;

    /** A mark of the scale. */
    record GaugeTick(String at, String text) {}

    /** The end of a scale that all intervals fit on: a whole number of at least 2, so that 1 is visible. */
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
                text("gauge.range", PageFormat.ratio(low), PageFormat.ratio(high)),
                text("gauge.description", PageFormat.ratio(value), PageFormat.ratio(low), PageFormat.ratio(high)),
                x(low, scale),
                plain((high - low) / scale * (WIDTH - 2 * MARGIN)),
                x(value, scale),
                x(1, scale),
                ticks(scale));
    }

    private static List<GaugeTick> ticks(double scale) {
        var step = Math.ceil(scale / MAX_TICKS);
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
