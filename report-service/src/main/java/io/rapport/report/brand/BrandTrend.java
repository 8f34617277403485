package io.rapport.report.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RollingRor;
import io.rapport.report.days.DayAnswers.DayFigures;
import io.rapport.report.days.DayFiguresCache;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.TrendChart;
import io.rapport.report.page.TrendLine;
import io.rapport.web.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of a brand at the ends of the last twelve months and on the day of the page. */
public final class BrandTrend {

    private static final int MONTHS = 12;
    private static final int WINDOW = 30;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private final @Nullable DayFiguresCache days;

    /**
     * A trend of these figures.
     *
     * @param days null without a scoring service, which computes them
     */
    public BrandTrend(@Nullable DayFiguresCache days) {
        this.days = days;
    }

    /** The charts of Return on Relationships and of the people seen; none while the scoring service does not answer. */
    List<TrendChart> charts(BrandKey brand, LocalDate first, LocalDate last) {
        if (days == null) {
            return List.of();
        }
        try {
            var found = days.findWindows(brand, monthEnds(first, last)).days();
            var labels = found.stream()
                    .map(day -> day.asOf().equals(last) ? PageFormat.day(last) : MONTH.format(day.asOf()))
                    .toList();
            return Stream.of(
                            TrendChart.of(
                                    "Return on Relationships",
                                    labels,
                                    List.of(line(found, "ROR", "returned", RollingRor::ror, PageFormat::ratio))),
                            TrendChart.of(
                                    "People seen in 30 days",
                                    labels,
                                    List.of(
                                            line(found, "Seen", "returned", count(RollingRor::seen), BrandTrend::whole),
                                            line(
                                                    found,
                                                    "New",
                                                    "new",
                                                    count(RollingRor::newcomers),
                                                    BrandTrend::whole))))
                    .filter(Objects::nonNull)
                    .toList();
        } catch (ProblemException e) {
            // The page is complete without its trend.
            return List.of();
        }
    }

    private static List<LocalDate> monthEnds(LocalDate first, LocalDate last) {
        var ends = new ArrayList<LocalDate>();
        for (var day = last;
                !day.isBefore(first) && ends.size() <= MONTHS;
                day = YearMonth.from(day).minusMonths(1).atEndOfMonth()) {
            ends.add(day);
        }
        Collections.reverse(ends);
        return ends;
    }

    private static TrendLine line(
            List<DayFigures> days,
            String label,
            String tone,
            Function<RollingRor, @Nullable Double> figure,
            DoubleFunction<String> format) {
        var values = new ArrayList<@Nullable Double>();
        for (var day : days) {
            values.add(day.windows().stream()
                    .filter(each -> each.window() == WINDOW)
                    .findFirst()
                    .map(figure)
                    .orElse(null));
        }
        return new TrendLine(label, tone, values, format);
    }

    private static Function<RollingRor, @Nullable Double> count(ToLongFunction<RollingRor> figure) {
        return each -> (double) figure.applyAsLong(each);
    }

    private static String whole(double value) {
        return PageFormat.count(Math.round(value));
    }
}
