package io.rapport.report.domain.engagement;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.util.Comparator;

/**
 * Paid engagements of one channel, direction and kind: visits after a click on an advertisement, reactions to a boosted post, boosted
 * posts themselves. They are in no other figure.
 */
public record PaidCount(String channel, Direction direction, EngagementKind kind, long count)
        implements Comparable<PaidCount> {

    private static final Comparator<PaidCount> MOST_FIRST = Comparator.comparingLong(PaidCount::count)
            .reversed()
            .thenComparing(PaidCount::channel)
            .thenComparing(PaidCount::direction)
            .thenComparing(PaidCount::kind);

    /** Returns the same with another count. */
    public PaidCount withCount(long other) {
        return new PaidCount(channel, direction, kind, other);
    }

    @Override
    public int compareTo(PaidCount other) {
        return MOST_FIRST.compare(this, other);
    }
}
