package io.rapport.scoring.domain.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uptake of one post: engagements with it, by the age of the post. Engagements that arrive before the post are buffered,
 * up to 1000. The result does not depend on the order of arrival.
 *
 * @param post null until the post arrives
 * @param byAge engagements at each step of {@link PostAgeSteps}, and beyond the last; all 0 until the post arrives
 * @param early engagements that arrived before the post
 * @param lastAt time of the latest event, in epoch milliseconds
 * @param lastDay latest epoch day of the events
 */
public record PostUptake(
        @Nullable BrandPost post, List<Long> byAge, List<EarlyEngagement> early, long lastAt, int lastDay) {

    /** The uptake without events. */
    public static final PostUptake EMPTY = new PostUptake(
            null, Collections.nCopies(PostAgeSteps.STEPS + 1, 0L), List.of(), Long.MIN_VALUE, Integer.MIN_VALUE);

    private static final int MAX_EARLY = 1000;

    /**
     * An engagement that arrived before the post.
     *
     * @param at epoch milliseconds
     * @param day epoch day
     */
    public record EarlyEngagement(long at, int day) {}

    /** Returns the uptake of a post, of these days only. */
    public static PostUptake of(BrandPost post, int postDay, Collection<PostDay> days) {
        var counts = new long[PostAgeSteps.STEPS + 1];
        var at = post.at();
        var last = postDay;
        for (var each : days) {
            for (int step = 0; step < counts.length; step++) {
                counts[step] += each.byAge().get(step);
            }
            at = Math.max(at, each.lastAt());
            last = Math.max(last, each.day());
        }
        return new PostUptake(post, Arrays.stream(counts).boxed().toList(), List.of(), at, last);
    }

    /** Sets the post. Of two posts with the same id the first to arrive is kept. */
    public PostUptake withPost(BrandPost newPost, int day) {
        if (post != null) {
            return this;
        }
        var uptake = new PostUptake(newPost, byAge, List.of(), Math.max(lastAt, newPost.at()), Math.max(lastDay, day));
        for (var each : early) {
            uptake = uptake.withEngagement(each.at, each.day);
        }
        return uptake;
    }

    /** Adds an engagement. */
    public PostUptake withEngagement(long at, int day) {
        var counts = new ArrayList<>(byAge);
        var buffered = new ArrayList<>(early);
        if (post != null) {
            var step = PostAgeSteps.stepAt(at - post.at());
            counts.set(step, counts.get(step) + 1);
        } else if (buffered.size() < MAX_EARLY) {
            buffered.add(new EarlyEngagement(at, day));
        }
        return new PostUptake(post, counts, buffered, Math.max(lastAt, at), Math.max(lastDay, day));
    }

    long engagements() {
        return byAge.stream().mapToLong(Long::longValue).sum();
    }

    /** Number of engagements up to the age of a step. */
    long engagementsAt(int step) {
        return byAge.subList(0, step + 1).stream().mapToLong(Long::longValue).sum();
    }
}
