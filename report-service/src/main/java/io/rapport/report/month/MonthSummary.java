package io.rapport.report.month;

import io.rapport.contracts.score.RollingRor;
import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.Map;

/** The two sentences on top of a month. */
final class MonthSummary {

    private MonthSummary() {}

    static List<String> sentences(String brand, boolean complete, RollingRor figures, Map<String, Long> counts) {
        return List.of(
                seen(brand, complete ? "this month" : "this month so far", figures),
                next(counts.getOrDefault("owed", 0L), counts.getOrDefault("deservesThanks", 0L)));
    }

    private static String seen(String brand, String when, RollingRor figures) {
        if (figures.seen() == 0) {
            return "Nobody turned to " + brand + " " + when + "; " + quiet(figures) + ".";
        }
        return "%s turned to %s %s: %s new, %s back after a silence; %s."
                .formatted(
                        people(figures.seen(), "person", "people"),
                        brand,
                        when,
                        PageFormat.count(figures.newcomers()),
                        PageFormat.count(figures.revived()),
                        quiet(figures));
    }

    private static String quiet(RollingRor figures) {
        return figures.lapsed() == 0 ? "nobody went quiet" : PageFormat.count(figures.lapsed()) + " went quiet";
    }

    private static String next(long owed, long thanks) {
        if (owed == 0 && thanks == 0) {
            return "Nobody waits for an answer or for thanks.";
        }
        return "%s for an answer, and %s thanks."
                .formatted(
                        owed == 0 ? "Nobody waits" : people(owed, "person waits", "people wait"),
                        thanks == 0 ? "nobody waits for" : people(thanks, "person deserves", "people deserve"));
    }

    private static String people(long count, String one, String many) {
        return count == 1 ? "1 " + one : PageFormat.count(count) + " " + many;
    }
}
