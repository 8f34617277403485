package io.rapport.scoring.domain.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uptake of one post: engagements with it, by the age of the post. Engagements that arrive before the post are buffered,
 * up to 1000. The result does not depend on the order of arrival, except for the ages of engagements when a post is withdrawn and
 * comes back with another time. The time of the latest event is never taken back.
 *
 * @param post null until the post arrives; kept when it is withdrawn
 * @param claims number of engagements that are this post; 0 when it is withdrawn, or did not arrive yet
 * @param byAge engagements at each step of {@link PostAgeSteps}, and beyond the last; all 0 until the post arrives
 * @param early engagements that arrived before the post
 * @param lastAt time of the latest event, in epoch milliseconds
 * @param lastDay latest epoch day of the events
 */
public record PostUptake(
        @Nullable BrandPost post,
        long claims,
        List<Long> byAge,
        List<EarlyEngagement> early,
        long lastAt,
        int lastDay) {

    /** The uptake without events. */
    public static final PostUptake EMPTY =
            new PostUptake(null, 0, PostAgeSteps.NO_ENGAGEMENTS, List.of(), Long.MIN_VALUE, Integer.MIN_VALUE);

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
        return new PostUptake(post, 1, Arrays.stream(counts).boxed().toList(), List.of(), at, last);
    }

    /** The uptake of a withdrawn post about which nothing else is known. */
    public static PostUptake withdrawn(BrandPost post, int day) {
        return new PostUptake(post, 0, EMPTY.byAge, List.of(), post.at(), day);
    }

    /** Whether the post arrived and was not withdrawn. */
    public boolean isPosted() {
        return post != null && claims > 0;
    }

    /** Sets the post. Of two posts with the same id the first to arrive is kept. */
    public PostUptake withPost(BrandPost newPost, int day) {
        if (isPosted()) {
            return new PostUptake(post, claims + 1, byAge, early, lastAt, lastDay);
        }
        var uptake =
                new PostUptake(newPost, 1, byAge, List.of(), Math.max(lastAt, newPost.at()), Math.max(lastDay, day));
        for (var each : early) {
            uptake = uptake.withEngagement(each.at, each.day);
        }
        return uptake;
    }

    /** Takes the post back; engagements with it are still counted, in case it comes back. */
    public PostUptake withoutPost() {
        return new PostUptake(post, Math.max(0, claims - 1), byAge, early, lastAt, lastDay);
    }

    /** Adds an engagement. */
    public PostUptake withEngagement(long at, int day) {
        var counts = post == null ? byAge : PostAgeSteps.changed(byAge, at - post.at(), 1);
        var buffered = new ArrayList<>(early);
        if (post == null && buffered.size() < MAX_EARLY) {
            buffered.add(new EarlyEngagement(at, day));
        }
        return new PostUptake(post, claims, counts, buffered, Math.max(lastAt, at), Math.max(lastDay, day));
    }

    /** Takes an engagement back that was added before. */
    public PostUptake withoutEngagement(long at, int day) {
        var counts = post == null ? byAge : PostAgeSteps.changed(byAge, at - post.at(), -1);
        var buffered = new ArrayList<>(early);
        if (post == null) {
            buffered.remove(new EarlyEngagement(at, day));
        }
        return new PostUptake(post, claims, counts, buffered, lastAt, lastDay);
    }

    long engagements() {
        return byAge.stream().mapToLong(Long::longValue).sum();
    }

    /** Number of engagements up to the age of a step. */
    long engagementsAt(int step) {
        return byAge.subList(0, step + 1).stream().mapToLong(Long::longValue).sum();
    }
}
