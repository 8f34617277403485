package io.rapport.report.content;

import io.rapport.report.domain.SafeLink;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post in the list of the content page.
 *
 * @param name date and channel
 * @param words of the post; null if they are not known
 * @param resonance compared with the posts before it, or a dash
 * @param why what it is compared with, as a sentence
 */
record PostRow(
        String name,
        @Nullable String link,
        @Nullable String words,
        String id,
        List<String> topics,
        boolean promotional,
        String resonance,
        String why) {

    static PostRow of(ContentReport.ChannelPost from, @Nullable String words) {
        var figures = from.figures();
        var total = PageFormat.counted(figures.engagements(), "engagement") + " so far";
        return new PostRow(
                PageText.time(figures.postedAt()) + " on " + from.channel(),
                SafeLink.of(figures.url()),
                words,
                PageText.line(figures.post()),
                figures.topics().stream().map(PageText::line).toList(),
                figures.promotional(),
                PageFormat.times(figures.resonance()),
                figures.resonance() == null
                        ? total + "; " + whyNot(from)
                        : "%s; %s after %s, where the posts before it had %s"
                                .formatted(
                                        total,
                                        PageFormat.count(figures.atAge()),
                                        age(figures.ageHours()),
                                        PageFormat.plain(figures.median())));
    }

    private static String whyNot(ContentReport.ChannelPost from) {
        var figures = from.figures();
        if (figures.ageHours() == 0) {
            return "less than an hour old";
        }
        return figures.median() == null
                ? "fewer than 3 posts before it to compare with"
                : "half of the posts before it had none to compare with";
    }

    private static String age(int hours) {
        return hours % 24 == 0 ? PageFormat.counted(hours / 24, "day") : PageFormat.counted(hours, "hour");
    }
}
