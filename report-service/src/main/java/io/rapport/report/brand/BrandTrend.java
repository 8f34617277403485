package io.rapport.report.brand;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RollingRor;
import io.rapport.report.days.DayFiguresCache;
import io.rapport.report.days.DayFiguresCache.FiguresOfDays;
import io.rapport.report.days.SlowAnswers;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.TrendChart;
import io.rapport.report.page.TrendLine;
import io.rapport.report.request.AsOfResolver;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of a brand at the ends of the last twelve months and on the day of the page. */
public final class BrandTrend {

    private static final int MONTHS = 12;
    /** The window of the figures, in days. */
    static final int WINDOW = 30;

    private final AsOfResolver resolver;
    private final @Nullable DayFiguresCache days;
    private final SlowAnswers<TrendKey, FiguresOfDays> answers;

    /** A question about the month ends before a day. */
    public record TrendKey(BrandKey brand, LocalDate last) {}

    /**
     * The charts of a brand.
     *
     * @param charts none while the scoring service does not answer
     * @param computing whether they are being computed; a later page has them
     */
    record Trend(List<TrendChart> charts, boolean computing) {

        static final Trend NONE = new Trend(List.of(), false);
    }

    /**
     * A trend of these figures.
     *
     * @param days null without a scoring service, which computes them
     */
    public BrandTrend(
            AsOfResolver resolver, @Nullable DayFiguresCache days, SlowAnswers<TrendKey, FiguresOfDays> answers) {
        this.resolver = resolver;
        this.days = days;
        this.answers = answers;
    }

    /**
     * The charts of Return on Relationships and of the people seen.
     *
     * @param last the day of the page
     * @param current the figures of that day, which the scoring service would compute anew for each page
     */
    Trend find(BrandKey brand, LocalDate last, RollingRor current) {
        if (days == null) {
            return Trend.NONE;
        }
        var answer = answers.find(new TrendKey(brand, last), () -> monthEnds(days, brand, last));
        var figures = answer.value();
        return new Trend(figures == null ? List.of() : charts(figures, last, current), answer.computing());
    }

    private FiguresOfDays monthEnds(DayFiguresCache figures, BrandKey brand, LocalDate last) {
        var first = resolver.findFirstDay(brand).orElse(last);
        return figures.findWindows(brand, monthEnds(first, last));
    }

    private static List<TrendChart> charts(FiguresOfDays found, LocalDate last, RollingRor current) {
        var labels = new ArrayList<String>();
        var figures = new ArrayList<RollingRor>();
        for (var day : found.days()) {
            labels.add(PageFormat.month(YearMonth.from(day.asOf())));
            figures.add(day.windows().stream()
                    .filter(each -> each.window() == WINDOW)
                    .findFirst()
                    .orElseGet(() -> EmptyFigures.ror(WINDOW)));
        }
        labels.add(PageFormat.day(last));
        figures.add(current);
        return charts(labels, figures);
    }

    private static List<TrendChart> charts(List<String> labels, List<RollingRor> figures) {
        var ror = line(text("figure.ror"), "returned", figures, RollingRor::ror, PageFormat::ratio);
        var seen = line(text("figure.seen"), "returned", figures, each -> (double) each.seen(), BrandTrend::whole);
        var newcomers = line(text("figure.new"), "new", figures, each -> (double) each.newcomers(), BrandTrend::whole);
        return Stream.of(
                        TrendChart.of(text("ror.title"), labels, List.of(ror)),
                        TrendChart.of(text("trend.seen", WINDOW), labels, List.of(seen, newcomers)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The ends of up to twelve months before a day. */
    private static List<LocalDate> monthEnds(LocalDate first, LocalDate last) {
        var ends = new ArrayList<LocalDate>();
        for (var day = YearMonth.from(last).minusMonths(1).atEndOfMonth();
                !day.isBefore(first) && ends.size() < MONTHS;
                day = YearMonth.from(day).minusMonths(1).atEndOfMonth()) {
            ends.add(day);
        }
        Collections.reverse(ends);
        return ends;
    }

    private static TrendLine line(
            String label,
            String tone,
            List<RollingRor> figures,
            Function<RollingRor, @Nullable Double> figure,
            DoubleFunction<String> format) {
        var values = new ArrayList<@Nullable Double>();
        figures.forEach(each -> values.add(figure.apply(each)));
        return new TrendLine(label, tone, values, format);
    }

    private static String whole(double value) {
        return PageFormat.count(Math.round(value));
    }
}
