package io.rapport.report.series;

import io.rapport.report.request.RequestParameters;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The query parameters of a series: a range of days and the step between them. */
record SeriesRequest(
        @Parameter(description = "yyyy-MM-dd, the earliest day") @Nullable
        String from,

        @Parameter(description = "yyyy-MM-dd, the last day") @Nullable
        String to,

        @Parameter(
                description =
                        "day; week: each seventh day back from the last; month: the last day of each month; default day")
        @Nullable
        String step) {

    static final int MAX_STEPS = 400;

    /** The step between the days of a series. */
    enum SeriesStep {
        DAY,
        WEEK,
        MONTH
    }

    /** The days, ascending; the last one is always {@code to}. Fails with a problem that names an unusable parameter. */
    List<LocalDate> days() {
        var first = required("from", from);
        var last = required("to", to);
        if (first.isAfter(last)) {
            throw Problem.invalid("from", "from is on or before to.").asException();
        }
        var by =
                Objects.requireNonNullElse(RequestParameters.parseEnum(SeriesStep.class, "step", step), SeriesStep.DAY);
        return switch (by) {
            case DAY -> daysBack(first, last, day -> day.minusDays(1));
            case WEEK -> daysBack(first, last, day -> day.minusWeeks(1));
            case MONTH ->
                daysBack(first, last, day -> YearMonth.from(day).minusMonths(1).atEndOfMonth());
        };
    }

    private static List<LocalDate> daysBack(LocalDate first, LocalDate last, UnaryOperator<LocalDate> before) {
        var days = new TreeSet<LocalDate>();
        for (var day = last; !day.isBefore(first); day = before.apply(day)) {
            days.add(day);
            if (days.size() > MAX_STEPS) {
                throw Problem.invalid(
                                "from", "A series has at most " + MAX_STEPS + " days; ask for fewer or a larger step.")
                        .asException();
            }
        }
        return List.copyOf(days);
    }

    private static LocalDate required(String name, @Nullable String text) {
        var day = RequestParameters.parseDay(name, text);
        if (day == null) {
            throw Problem.invalid(name, name + " is required: a day in the form yyyy-MM-dd.")
                    .asException();
        }
        return day;
    }
}
