package io.rapport.report.series;

import io.rapport.contracts.score.RollingRor;
import io.rapport.report.days.DayAnswers.DayFigures;
import io.rapport.web.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A figure of a brand that a series can show. */
enum SeriesFigure {
    /** Returned by invested; null when nothing was invested. */
    ROR((day, window) -> window.ror()),
    /** What people returned in the window. */
    RETURNED((day, window) -> window.returned()),
    /** What was invested in the window. */
    INVESTED((day, window) -> window.invested()),
    /** People seen in the window. */
    SEEN((day, window) -> window.seen()),
    /** People seen for the first time in the window. */
    NEW((day, window) -> window.newcomers()),
    /** People seen in the window and in the one before. */
    RETURNING((day, window) -> window.returning()),
    /** People seen in the window and earlier, but not in the one before. */
    REVIVED((day, window) -> window.revived()),
    /** People seen in the window before only. */
    LAPSED((day, window) -> window.lapsed()),
    /** People with a relationship. */
    PEOPLE((day, window) -> day.people()),
    /** The mean strength of these people. */
    STRENGTH((day, window) -> day.meanStrength());

    private final BiFunction<DayFigures, RollingRor, @Nullable Number> value;

    SeriesFigure(BiFunction<DayFigures, RollingRor, @Nullable Number> value) {
        this.value = value;
    }

    /** The name in requests and responses. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value on a day; null if it is not measurable. */
    @Nullable
    Number of(DayFigures day, int window) {
        return day.windows().stream()
                .filter(each -> each.window() == window)
                .findFirst()
                .map(each -> value.apply(day, each))
                .orElse(null);
    }

    /** The figures of a comma-separated list; a problem names the known ones. */
    static List<SeriesFigure> parse(String text) {
        return Arrays.stream(text.split(","))
                .map(SeriesFigure::parseOne)
                .distinct()
                .toList();
    }

    private static SeriesFigure parseOne(String text) {
        return Arrays.stream(values())
                .filter(figure -> figure.field().equals(text.strip()))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("figures", "figures are some of " + choices() + ", separated by commas.")
                                .asException());
    }

    private static String choices() {
        return Arrays.stream(values()).map(SeriesFigure::field).collect(Collectors.joining(", "));
    }
}
