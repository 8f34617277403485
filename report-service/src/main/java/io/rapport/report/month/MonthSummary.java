package io.rapport.report.month;

import io.rapport.contracts.score.RollingRor;
import io.rapport.report.page.PageFormat;
import java.util.List;

/** The two sentences on top of a month. */
final class MonthSummary {

    private MonthSummary() {}

    static List<String> sentences(String brand, RollingRor figures, MonthView.MonthLists people) {
        return List.of(seen(brand, figures), next(people));
    }

    private static String seen(String brand, RollingRor figures) {
        if (figures.seen() == 0) {
            return "Nobody turned to " + brand + " in these days.";
        }
        return "%s turned to %s: %s new, %s back after a silence; %s went quiet."
                .formatted(
                        figures.seen() == 1 ? "1 person" : PageFormat.count(figures.seen()) + " people",
                        brand,
                        PageFormat.count(figures.newcomers()),
                        PageFormat.count(figures.revived()),
                        PageFormat.count(figures.lapsed()));
    }

    private static String next(MonthView.MonthLists people) {
        var owed = people.owed().size();
        var thanks = people.deservesThanks().size();
        if (owed == 0 && thanks == 0) {
            return "Nobody waits for an answer or for thanks.";
        }
        return "%s for an answer, and %s thanks."
                .formatted(
                        owed == 1 ? "1 person waits" : owed + " people wait",
                        thanks == 1 ? "1 person deserves" : thanks + " people deserve");
    }
}
