package io.rapport.report.month;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.RollingRor;
import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.Map;

/** The two sentences on top of a month. */
final class MonthSummary {

    private MonthSummary() {}

    static List<String> sentences(String brand, boolean complete, RollingRor figures, Map<String, Long> counts) {
        return List.of(
                seen(brand, complete, figures),
                next(counts.getOrDefault("owed", 0L), counts.getOrDefault("deservesThanks", 0L)));
    }

    private static String seen(String brand, boolean complete, RollingRor figures) {
        var when = text(complete ? "month.in-it" : "month.so-far");
        return figures.seen() == 0
                ? text("month.none-seen", brand, when, quiet(figures))
                : text(
                        "month.seen",
                        PageFormat.counted(figures.seen(), "person"),
                        brand,
                        when,
                        PageFormat.count(figures.newcomers()),
                        PageFormat.count(figures.revived()),
                        quiet(figures));
    }

    private static String quiet(RollingRor figures) {
        return text("month.quiet", figures.lapsed());
    }

    private static String next(long owed, long thanks) {
        if (owed == 0 && thanks == 0) {
            return text("month.none-waits");
        }
        return text("month.next", owed, thanks);
    }
}
