package io.rapport.report.content;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.SafeLink;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post in the list of the content page.
 *
 * @param name date and channel
 * @param words of the post; null if they are not known
 * @param resonance compared with the posts before it, or a dash
 * @param engagements how many it has
 * @param engagementsLink path of the list of them; null without any
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
        String engagements,
        @Nullable String engagementsLink,
        String why) {

    /**
     * @param zone the time zone of the brand
     * @param list the link to the engagements with a post
     */
    static PostRow of(ContentReport.ChannelPost from, @Nullable String words, ZoneId zone, ListLink list) {
        var figures = from.figures();
        return new PostRow(
                text("content.posted", PageText.time(figures.postedAt(), zone), from.channel()),
                SafeLink.of(figures.url()),
                words,
                PageText.line(figures.post()),
                figures.topics().stream().map(PageText::line).toList(),
                figures.promotional(),
                PageFormat.times(figures.resonance()),
                text("content.so-far", PageFormat.counted(figures.engagements(), "engagement")),
                figures.engagements() == 0
                        ? null
                        : list.with("channel", from.channel())
                                .with("post", figures.post())
                                .href(),
                figures.resonance() == null
                        ? whyNot(from)
                        : text(
                                "content.compared",
                                PageFormat.count(figures.atAge()),
                                age(figures.ageHours()),
                                PageFormat.plain(figures.median())));
    }

    private static String whyNot(ContentReport.ChannelPost from) {
        var figures = from.figures();
        if (figures.ageHours() == 0) {
            return text("content.too-young");
        }
        return figures.median() == null ? text("content.too-few") : text("content.no-median");
    }

    private static String age(int hours) {
        return hours % 24 == 0 ? PageFormat.counted(hours / 24, "day") : PageFormat.counted(hours, "hour");
    }
}
