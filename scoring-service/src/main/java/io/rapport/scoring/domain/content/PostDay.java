package io.rapport.scoring.domain.content;

import java.util.List;

/**
 * Engagements with one post on one day.
 *
 * @param day epoch day
 * @param byAge engagements at each step of {@link PostAgeSteps}, and beyond the last
 * @param lastAt time of the latest one, in epoch milliseconds
 */
public record PostDay(int day, List<Long> byAge, long lastAt) {

    /** Returns a day without engagements. */
    public static PostDay none(int day) {
        return new PostDay(day, PostAgeSteps.NO_ENGAGEMENTS, Long.MIN_VALUE);
    }

    /** Adds an engagement with the post. */
    public PostDay plus(BrandPost post, long at) {
        return new PostDay(day, PostAgeSteps.changed(byAge, at - post.at(), 1), Math.max(lastAt, at));
    }

    /** Takes an engagement back that was added before; the time of the latest one is never taken back. */
    public PostDay minus(BrandPost post, long at) {
        return new PostDay(day, PostAgeSteps.changed(byAge, at - post.at(), -1), lastAt);
    }
}
