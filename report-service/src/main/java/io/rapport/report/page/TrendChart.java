package io.rapport.report.page;

import static io.rapport.report.page.ReportMessages.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The drawing of figures over time, {@value #WIDTH} by {@value #HEIGHT} units, with the same values as a table.
 *
 * @param title the heading of the table, and the text alternative of the drawing together with {@code description}
 * @param description the first and the last value of each line, as a sentence
 * @param lines as they are drawn
 * @param days marks of the horizontal axis
 * @param scale marks of the vertical axis
 * @param rows of the table
 */
public record TrendChart(
        String title,
        String description,
        List<DrawnLine> lines,
        List<AxisTick> days,
        List<AxisTick> scale,
        List<TrendRow> rows) {

    static final int WIDTH = 640;
    static final int HEIGHT = 200;

    private static final double LEFT = 44;
    private static final double RIGHT = 30;
    private static final double TOP = 12;
    private static final double BOTTOM = 28;
    private static final int MAX_DAY_TICKS = 6;
    private static final int SCALE_STEPS = 2;
    private static final Pattern YEAR = Pattern.compile(" \\d{4}$");
    private static final double[] ROUND = {1, 2, 4, 5, 10};

    /**
     * A line of the drawing.
     *
     * @param paths the points of each part without a gap, as the attribute {@code points} of a polyline
     * @param dots the points themselves
     */
    public record DrawnLine(String label, String tone, List<String> paths, List<DrawnDot> dots) {}

    /** A point of a line, with its value as text. */
    public record DrawnDot(String x, String y, String text) {}

    /** A mark of an axis. */
    public record AxisTick(String at, String text) {}

    /** A row of the table: a day and the value of each line. */
    public record TrendRow(String day, List<String> values) {}

    /**
     * A chart of lines that have a value for each day; null if there are fewer than two days or no values.
     *
     * @param days as text, ascending
     */
    public static @Nullable TrendChart of(String title, List<String> days, List<TrendLine> lines) {
        var highest = lines.stream()
                .flatMap(line -> line.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max();
        if (days.size() < 2 || highest.isEmpty()) {
            return null;
        }
        var top = roundedUp(highest.getAsDouble());
        return new TrendChart(
                title,
                description(days, lines),
                lines.stream().map(line -> draw(line, days, top)).toList(),
                dayTicks(days),
                scale(top),
                rows(days, lines));
    }

    private static DrawnLine draw(TrendLine line, List<String> days, double top) {
        var paths = new ArrayList<String>();
        var dots = new ArrayList<DrawnDot>();
        var path = new StringBuilder();
        for (var i = 0; i < days.size(); i++) {
            var value = line.values().get(i);
            if (value == null) {
                endPath(paths, path);
                continue;
            }
            var dot = new DrawnDot(x(i, days.size()), y(value, top), days.get(i) + ": " + line.text(i));
            dots.add(dot);
            path.append(path.isEmpty() ? "" : " ").append(dot.x()).append(',').append(dot.y());
        }
        endPath(paths, path);
        return new DrawnLine(line.label(), line.tone(), List.copyOf(paths), List.copyOf(dots));
    }

    private static void endPath(List<String> paths, StringBuilder path) {
        if (path.indexOf(" ") > 0) {
            paths.add(path.toString());
        }
        path.setLength(0);
    }

    private static String description(List<String> days, List<TrendLine> lines) {
        var last = days.size() - 1;
        return String.join(
                "; ",
                lines.stream()
                        .map(line -> text(
                                "trend.line", line.label(), line.text(0), days.get(0), line.text(last), days.get(last)))
                        .toList());
    }

    private static List<AxisTick> dayTicks(List<String> days) {
        var last = days.size() - 1;
        var step = Math.max(1, (int) Math.ceil((double) last / MAX_DAY_TICKS));
        return IntStream.rangeClosed(0, last)
                .filter(i -> (last - i) % step == 0)
                .mapToObj(i -> new AxisTick(
                        x(i, days.size()), YEAR.matcher(days.get(i)).replaceFirst("")))
                .toList();
    }

    private static List<AxisTick> scale(double top) {
        return IntStream.rangeClosed(0, SCALE_STEPS)
                .mapToDouble(step -> top * step / SCALE_STEPS)
                .mapToObj(value -> new AxisTick(y(value, top), PageFormat.plain(value)))
                .toList();
    }

    private static List<TrendRow> rows(List<String> days, List<TrendLine> lines) {
        return IntStream.range(0, days.size())
                .mapToObj(i -> new TrendRow(
                        days.get(i), lines.stream().map(line -> line.text(i)).toList()))
                .toList();
    }

    /** The next higher of 1, 2, 4, 5 and 10 times a power of ten. */
    private static double roundedUp(double highest) {
        if (highest <= 0) {
            return 1;
        }
        var power = Math.pow(10, Math.floor(Math.log10(highest)));
        for (var factor : ROUND) {
            if (factor * power >= highest) {
                return factor * power;
            }
        }
        return highest;
    }

    private static String x(int index, int days) {
        return plain(LEFT + (WIDTH - LEFT - RIGHT) * index / (days - 1));
    }

    private static String y(double value, double top) {
        return plain(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top);
    }

    private static String plain(double value) {
        return String.format(Locale.ENGLISH, "%.1f", value);
    }
}
