package io.rapport.report.domain.engagement;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a timeline, newest first.
 *
 * @param direction only these; null for both
 * @param kind only these; null for all
 * @param after the last entry of the stretch before; null for the beginning
 * @param limit the most entries to return
 */
public record TimelineQuery(
        @Nullable Direction direction,
        @Nullable EngagementKind kind,
        @Nullable Place after,
        int limit) {

    /** Where an engagement stands in a timeline. */
    public record Place(Instant occurredAt, UUID id) {}
}
