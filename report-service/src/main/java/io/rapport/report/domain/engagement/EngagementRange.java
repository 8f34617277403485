package io.rapport.report.domain.engagement;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Engagements of a time range.
 *
 * @param kind null for all
 * @param from the earliest time, inclusive
 * @param to the end, exclusive
 * @param limit the maximum number of engagements; the newest are found
 */
public record EngagementRange(
        Direction direction, @Nullable EngagementKind kind, Instant from, Instant to, int limit) {}
