package io.rapport.report.domain.engagement;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a timeline, newest first.
 *
 * @param direction null for both
 * @param kind null for all
 * @param after the last entry of the previous page; null for the first page
 * @param limit the maximum number of entries
 */
public record TimelineQuery(
        @Nullable Direction direction,
        @Nullable EngagementKind kind,
        @Nullable TimelinePosition after,
        int limit) {

    /** The position of an engagement in a timeline. */
    public record TimelinePosition(Instant occurredAt, UUID id) {

        private static final UUID LAST_ID = new UUID(-1, -1);

        /** The position before which all engagements are that occurred earlier than an instant. */
        public static TimelinePosition before(Instant instant) {
            return new TimelinePosition(instant, LAST_ID);
        }
    }
}
