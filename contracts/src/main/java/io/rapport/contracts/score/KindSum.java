package io.rapport.contracts.score;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;

/**
 * What one direction and kind adds to a brand's window.
 *
 * @param count engagements after the daily cap per person
 * @param value what they returned (inbound) or took (outbound)
 */
public record KindSum(Direction direction, EngagementKind kind, long count, double value) {}
