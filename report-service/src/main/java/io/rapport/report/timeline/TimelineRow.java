package io.rapport.report.timeline;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.engagement.Direction;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An engagement in the timeline of a person's page.
 *
 * @param id anchor on the page
 * @param inbound whether the person acted
 * @param who which side acted
 * @param note why it counts in no score; null when it may count
 * @param sentiment the sentiment of the text; null without a text to judge
 */
public record TimelineRow(
        String id,
        RowTime occurred,
        boolean inbound,
        String kind,
        String who,
        String channel,
        RowContent content,
        @Nullable String note,
        @Nullable SentimentTag sentiment) {

    /** When the engagement occurred: as text, and in ISO 8601. */
    public record RowTime(String text, String instant) {}

    /** The text and the page of the message. */
    public record RowContent(
            @Nullable String text, @Nullable String link) {}

    /**
     * The row of an entry.
     *
     * @param zone of the times
     */
    public static TimelineRow of(TimelineEntry entry, ZoneId zone) {
        var inbound = entry.direction() == Direction.INBOUND;
        var details = entry.details();
        var staff = details.staff();
        return new TimelineRow(
                "e-" + entry.id(),
                new RowTime(
                        PageText.time(entry.occurredAt(), zone),
                        entry.occurredAt().toString()),
                inbound,
                PageFormat.label(entry.kind()),
                inbound
                        ? text("from-them")
                        : staff == null ? text("from-team") : text("from-team.by", PageText.line(staff)),
                entry.channel(),
                new RowContent(details.text(), details.link()),
                details.withheld() == null ? null : text("timeline.withheld", details.withheld()),
                SentimentTag.of(entry));
    }
}
