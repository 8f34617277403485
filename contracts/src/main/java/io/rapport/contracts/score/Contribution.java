package io.rapport.contracts.score;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;

/**
 * The contribution of one direction and kind to a score. A dimension's points are divided in proportion to the raw
 * amounts, so that the contributions and the sentiment of a person add up to the dimension.
 *
 * @param direction the direction of the engagements
 * @param kind the kind of the engagements
 * @param count engagements in the whole ledger up to {@code asOf}
 * @param know points of {@code know}
 * @param like points of {@code like}
 * @param trust points of {@code trust}
 * @param strength points of {@code strength}
 * @param value decayed return (inbound) or effort (outbound) before the floor at 0
 */
public record Contribution(
        Direction direction,
        EngagementKind kind,
        long count,
        double know,
        double like,
        double trust,
        double strength,
        double value) {}
