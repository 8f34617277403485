package io.rapport.report.month.document;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.RollingRor;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.function.Function;

/** A figure of a month beside that of the month before; a dash without one. */
public record MonthFigureRow(String label, String now, String before) {

    public static List<MonthFigureRow> of(MonthView.MonthFigures figures) {
        return List.of(
                row(figures, text("ror.title"), ror -> PageFormat.ratio(ror.ror())),
                row(figures, text("figure.returned"), ror -> PageFormat.number(ror.returned())),
                row(figures, text("figure.invested"), ror -> PageFormat.number(ror.invested())),
                row(figures, text("figure.people-seen"), ror -> PageFormat.count(ror.seen())),
                row(figures, text("figure.new"), ror -> PageFormat.count(ror.newcomers())),
                row(figures, text("figure.returning"), ror -> PageFormat.count(ror.returning())),
                row(figures, text("figure.back"), ror -> PageFormat.count(ror.revived())),
                row(figures, text("figure.went-quiet"), ror -> PageFormat.count(ror.lapsed())),
                row(
                        figures,
                        text("clients-seen"),
                        ror -> text("format.of", PageFormat.count(ror.clientsSeen()), PageFormat.count(ror.clients()))),
                row(figures, text("goal.figure.CAPTIVE_SHARE"), ror -> PageFormat.share(ror.captiveShare())),
                row(figures, text("goal.figure.PROMOTIONAL_SHARE"), ror -> PageFormat.share(ror.promotionalShare())));
    }

    private static MonthFigureRow row(MonthView.MonthFigures figures, String label, Function<RollingRor, String> text) {
        var before = figures.before();
        return new MonthFigureRow(label, text.apply(figures.now()), before == null ? "–" : text.apply(before));
    }
}
