package io.rapport.scoring.domain.content;

import java.util.ArrayList;
import java.util.Collections;
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
        return new PostDay(day, Collections.nCopies(PostAgeSteps.STEPS + 1, 0L), Long.MIN_VALUE);
    }

    /** Adds an engagement with the post. */
    public PostDay plus(BrandPost post, long at) {
        var counts = new ArrayList<>(byAge);
        var step = PostAgeSteps.stepAt(at - post.at());
        counts.set(step, counts.get(step) + 1);
        return new PostDay(day, List.copyOf(counts), Math.max(lastAt, at));
    }
}
