package io.rapport.report.domain.engagement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An engagement in a timeline.
 *
 * @param occurredAt event time, UTC
 * @param handle the other party's handle on the channel
 * @param sentiment the sentiment of the text; null when it was not judged
 */
public record TimelineEntry(
        UUID id,
        Instant occurredAt,
        Direction direction,
        EngagementKind kind,
        String channel,
        String handle,
        @JsonUnwrapped EntryDetails details,
        @Nullable TextSentiment sentiment) {

    /**
     * The optional parts of an engagement.
     *
     * @param text at most {@link EngagementRepository#MAX_TEXT} characters
     * @param link the message's page, only ever {@code http} or {@code https}
     * @param staff the staff member of the brand who acted
     * @param withheld why it counts in no score: {@code post}, {@code bot} or {@code paid}; null when it may count
     */
    public record EntryDetails(
            @Nullable String text,
            @Nullable String link,
            @Nullable String staff,
            @Nullable String withheld) {}

    /** The key of the other party's handle. */
    public HandleKey handleKey(BrandKey brand) {
        return new HandleKey(brand, channel, handle);
    }

    /** Whether there is a text of the other party, which can be judged. */
    public boolean hasInboundText() {
        var text = details.text();
        return direction == Direction.INBOUND && text != null && !text.isBlank();
    }

    TimelineEntry withSentiment(@Nullable TextSentiment judged) {
        return new TimelineEntry(id, occurredAt, direction, kind, channel, handle, details, judged);
    }
}
