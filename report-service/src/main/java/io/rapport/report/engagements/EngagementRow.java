package io.rapport.report.engagements;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An engagement in a list.
 *
 * @param path of the person's page; null without a person
 * @param what the kind, the channel and who acted, as a sentence
 * @param evidence path of the engagement; null without a person
 */
record EngagementRow(
        String name,
        @Nullable String path,
        String what,
        @Nullable String words,
        @Nullable String evidence) {

    static EngagementRow of(ListedEngagement from, String brandPath, ZoneId zone) {
        var what =
                text("engagements.what", PageFormat.label(from.kind()), from.channel(), PageText.time(from.at(), zone));
        var staff = from.staff();
        return new EngagementRow(
                PageText.line(from.name()),
                from.person() == null ? null : brandPath + "/people/" + from.person(),
                staff == null ? what : what + " " + text("engagements.by", PageText.line(staff)),
                from.text(),
                from.evidence());
    }
}
