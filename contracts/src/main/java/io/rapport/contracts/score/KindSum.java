package io.rapport.contracts.score;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;

/**
 * The sum of one direction and kind in a brand's window.
 *
 * @param count engagements after the daily cap per person
 * @param value the return (inbound) or effort (outbound)
 */
public record KindSum(Direction direction, EngagementKind kind, long count, double value) {}
