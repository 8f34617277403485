package io.rapport.report.content;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.engagement.PaidPost;
import io.rapport.web.pages.PageText;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A boosted post or an advertisement on the content page.
 *
 * @param name date and channel
 * @param words of the post; null if they are not known
 */
record PaidPostRow(
        String name, @Nullable String link, @Nullable String words) {

    static PaidPostRow of(PaidPost from, ZoneId zone) {
        return new PaidPostRow(
                text("content.posted", PageText.time(from.postedAt(), zone), from.channel()), from.url(), from.text());
    }
}
