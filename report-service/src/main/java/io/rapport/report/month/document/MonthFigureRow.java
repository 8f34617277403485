package io.rapport.report.month.document;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.RollingRor;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a month beside that of the month before; a dash without one.
 *
 * @param link the people behind the figure of the month; null where they are not listed
 */
public record MonthFigureRow(
        String label, String now, String before, @Nullable String link) {

    /** The figures of a month. */
    public static List<MonthFigureRow> of(MonthView month) {
        var path = BrandPageLink.path(month.agency(), month.brand());
        var people = ListLink.people(path).with("asOf", month.asOf());
        var outbound = ListLink.outbound(path, month.asOf(), month.window()).href();
        return Stream.of(
                        sums(month.figures(), ror(path, "returned", month), ror(path, "invested", month)),
                        people(month.figures(), people.with("seenSince", month.from())),
                        shares(month.figures(), people.with("captive", true), outbound))
                .flatMap(List::stream)
                .toList();
    }

    private static List<MonthFigureRow> sums(MonthView.MonthFigures figures, String givers, String receivers) {
        return List.of(
                row(figures, text("ror.title"), givers, ror -> PageFormat.ratio(ror.ror())),
                row(figures, text("figure.returned"), givers, ror -> PageFormat.number(ror.returned())),
                row(figures, text("figure.invested"), receivers, ror -> PageFormat.number(ror.invested())));
    }

    private static List<MonthFigureRow> people(MonthView.MonthFigures figures, ListLink seen) {
        return List.of(
                row(figures, text("figure.people-seen"), seen.href(), ror -> PageFormat.count(ror.seen())),
                row(figures, text("figure.new"), "#attention", ror -> PageFormat.count(ror.newcomers())),
                row(figures, text("figure.returning"), "#attention", ror -> PageFormat.count(ror.returning())),
                row(figures, text("figure.back"), "#cameBack", ror -> PageFormat.count(ror.revived())),
                row(figures, text("figure.went-quiet"), "#wentQuiet", ror -> PageFormat.count(ror.lapsed())),
                row(
                        figures,
                        text("clients-seen"),
                        seen.with("client", true).href(),
                        ror -> text(
                                "format.of", PageFormat.count(ror.clientsSeen()), PageFormat.count(ror.clients()))));
    }

    private static List<MonthFigureRow> shares(MonthView.MonthFigures figures, ListLink captive, String outbound) {
        return List.of(
                row(
                        figures,
                        text("goal.figure.CAPTIVE_SHARE"),
                        captive.href(),
                        ror -> PageFormat.share(ror.captiveShare())),
                row(
                        figures,
                        text("goal.figure.PROMOTIONAL_SHARE"),
                        outbound,
                        ror -> PageFormat.share(ror.promotionalShare())));
    }

    private static String ror(String path, String side, MonthView month) {
        return ListLink.ror(path, side)
                .with("from", month.from())
                .with("asOf", month.asOf())
                .href();
    }

    private static MonthFigureRow row(
            MonthView.MonthFigures figures, String label, @Nullable String link, Function<RollingRor, String> text) {
        var before = figures.before();
        return new MonthFigureRow(label, text.apply(figures.now()), before == null ? "–" : text.apply(before), link);
    }
}
