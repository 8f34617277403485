package io.rapport.scoring.domain.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one post: engagements with it, by its age at the time. They may come before the post itself: then they
 * wait, up to a thousand of them. The same for every order of arrival.
 *
 * @param post null before it is known
 * @param byAge engagements at each step of {@link PostAgeSteps}, and beyond; all 0 before the post is known
 * @param early when engagements were that came before the post, in milliseconds of the epoch
 * @param lastAt when anything last happened, in milliseconds of the epoch
 * @param lastDay latest epoch day of them all
 */
public record PostUptake(@Nullable BrandPost post, List<Long> byAge, List<Long> early, long lastAt, int lastDay) {

    /** Nothing yet. */
    public static final PostUptake EMPTY =
            new PostUptake(null, Collections.nCopies(PostAgeSteps.STEPS + 1, 0L), List.of(), Long.MIN_VALUE, Integer.MIN_VALUE);

    private static final int MOST_EARLY = 1000;

    /** The post is there. Of two with the same id the first to come stays. */
    public PostUptake withPost(BrandPost started, int day) {
        if (post != null) {
            return this;
        }
        var uptake = new PostUptake(started, byAge, List.of(), Math.max(lastAt, started.at()), Math.max(lastDay, day));
        for (var at : early) {
            uptake = uptake.withEngagement(at, day);
        }
        return uptake;
    }

    /** One engagement more. */
    public PostUptake withEngagement(long at, int day) {
        var counts = new ArrayList<>(byAge);
        var waiting = new ArrayList<>(early);
        if (post != null) {
            var step = PostAgeSteps.stepAt(at - post.at());
            counts.set(step, counts.get(step) + 1);
        } else if (waiting.size() < MOST_EARLY) {
            waiting.add(at);
        }
        return new PostUptake(post, counts, waiting, Math.max(lastAt, at), Math.max(lastDay, day));
    }

    long engagements() {
        return byAge.stream().mapToLong(Long::longValue).sum();
    }

    /** Engagements up to the age of a step. */
    long engagementsAt(int step) {
        return byAge.subList(0, step + 1).stream().mapToLong(Long::longValue).sum();
    }
}
