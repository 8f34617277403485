package io.rapport.report.month.document;

import io.rapport.contracts.score.RollingRor;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.function.Function;

/** A figure of a month beside that of the month before; a dash without one. */
public record MonthFigureRow(String label, String now, String before) {

    public static List<MonthFigureRow> of(MonthView.MonthFigures figures) {
        return List.of(
                row(figures, "Return on Relationships", ror -> PageFormat.ratio(ror.ror())),
                row(figures, "Returned", ror -> PageFormat.number(ror.returned())),
                row(figures, "Invested", ror -> PageFormat.number(ror.invested())),
                row(figures, "People seen", ror -> PageFormat.count(ror.seen())),
                row(figures, "New", ror -> PageFormat.count(ror.newcomers())),
                row(figures, "Returning", ror -> PageFormat.count(ror.returning())),
                row(figures, "Back after a silence", ror -> PageFormat.count(ror.revived())),
                row(figures, "Went quiet", ror -> PageFormat.count(ror.lapsed())),
                row(
                        figures,
                        "Clients seen",
                        ror -> PageFormat.count(ror.clientsSeen()) + " of " + PageFormat.count(ror.clients())),
                row(figures, "Captive, of the people seen", ror -> PageFormat.share(ror.captiveShare())),
                row(figures, "Promotional, of what the brand says", ror -> PageFormat.share(ror.promotionalShare())));
    }

    private static MonthFigureRow row(MonthView.MonthFigures figures, String label, Function<RollingRor, String> text) {
        var before = figures.before();
        return new MonthFigureRow(label, text.apply(figures.now()), before == null ? "–" : text.apply(before));
    }
}
