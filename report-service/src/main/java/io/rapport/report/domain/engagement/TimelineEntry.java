package io.rapport.report.domain.engagement;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One engagement, as a timeline shows it.
 *
 * @param occurredAt event time, UTC
 * @param handle the other party's handle on the channel
 * @param text what was said, at most {@link EngagementRepository#MAX_TEXT} characters
 * @param link the message's page, only ever {@code http} or {@code https}
 * @param staff who on the brand's side acted
 * @param withheld why it is in no score: {@code post}, {@code bot} or {@code paid}; null when it may be
 * @param sentiment how the text was meant; null when nobody judged it
 */
public record TimelineEntry(
        UUID id,
        Instant occurredAt,
        Direction direction,
        EngagementKind kind,
        String channel,
        String handle,
        @Nullable String text,
        @Nullable String link,
        @Nullable String staff,
        @Nullable String withheld,
        @Nullable TextSentiment sentiment) {

    TimelineEntry withSentiment(@Nullable TextSentiment judged) {
        return new TimelineEntry(id, occurredAt, direction, kind, channel, handle, text, link, staff, withheld, judged);
    }
}
