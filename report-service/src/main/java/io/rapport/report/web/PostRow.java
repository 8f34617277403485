package io.rapport.report.web;

import io.rapport.report.domain.ContentReport;
import io.rapport.report.domain.SafeLink;
import io.rapport.web.pages.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post in the list of the content page.
 *
 * @param name when and where it was posted
 * @param resonance beside the posts before it, or a dash
 * @param why what it is compared with, in a sentence
 */
record PostRow(
        String name,
        @Nullable String link,
        String id,
        List<String> topics,
        boolean promotional,
        String resonance,
        String why) {

    static PostRow of(ContentReport.Post from) {
        var figures = from.figures();
        var so = Show.counted(figures.engagements(), "engagement") + " so far";
        return new PostRow(
                PageText.time(figures.postedAt()) + " on " + from.channel(),
                SafeLink.of(figures.url()),
                PageText.line(figures.post()),
                figures.topics().stream().map(PageText::line).toList(),
                figures.promotional(),
                Show.times(figures.resonance()),
                figures.resonance() == null
                        ? so + "; " + whyNot(from)
                        : "%s; %s after %s, where the posts before it had %s"
                                .formatted(
                                        so,
                                        Show.count(figures.atAge()),
                                        age(figures.ageHours()),
                                        Show.plain(figures.median())));
    }

    private static String whyNot(ContentReport.Post from) {
        var figures = from.figures();
        if (figures.ageHours() == 0) {
            return "less than an hour old";
        }
        return figures.median() == null
                ? "fewer than 3 posts before it to compare with"
                : "half of the posts before it had none to compare with";
    }

    private static String age(int hours) {
        return hours % 24 == 0 ? Show.counted(hours / 24, "day") : Show.counted(hours, "hour");
    }
}
