package io.rapport.report.timeline;

import io.rapport.report.page.PageFormat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.web.pages.PageText;
import org.jspecify.annotations.Nullable;

/**
 * An engagement in the timeline of a person's page.
 *
 * @param inbound whether they turned to the brand
 * @param who of which side it came
 * @param note why it is in no score
 * @param sentiment how the text was meant; null where there is no text to judge
 */
public record TimelineRow(
        String time,
        String instant,
        boolean inbound,
        String kind,
        String who,
        String channel,
        @Nullable String text,
        @Nullable String link,
        @Nullable String note,
        String id,
        @Nullable SentimentTag sentiment) {

    public static TimelineRow of(TimelineEntry from) {
        var inbound = from.direction() == Direction.INBOUND;
        var staff = from.staff();
        return new TimelineRow(
                PageText.time(from.occurredAt()),
                from.occurredAt().toString(),
                inbound,
                PageFormat.label(from.kind()),
                inbound ? "from them" : staff == null ? "from us" : "from us, by " + PageText.line(staff),
                from.channel(),
                from.text(),
                from.link(),
                from.withheld() == null ? null : "not scored: " + from.withheld(),
                "e-" + from.id(),
                SentimentTag.of(from));
    }
}
