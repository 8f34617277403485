package io.rapport.scoring.domain.content;

import io.rapport.contracts.content.PostFigures;
import io.rapport.contracts.content.PostFiguresBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Resonance: the uptake of each post of a channel compared with the median of earlier posts at the same age. */
public final class PostResonance {

    /** Number of posts to keep: the published ones and those they are compared with. */
    public static final int POSTS_KEPT = 60;

    private static final int POSTS_PUBLISHED = 40;
    private static final int BASELINE_POSTS = 20;
    private static final int MIN_BASELINE_POSTS = 3;

    private static final Comparator<PostUptake> OLDEST_FIRST = Comparator.comparingLong(
                    (PostUptake each) -> post(each).at())
            .thenComparing(each -> post(each).id());

    private final List<PostUptake> posts;
    private final long now;

    private PostResonance(Collection<PostUptake> posts) {
        this.posts = posts.stream().sorted(OLDEST_FIRST).toList();
        this.now = posts.stream().mapToLong(PostUptake::lastAt).max().orElse(0);
    }

    /**
     * Computes the figures of the latest posts, newest first, as of the latest event on their channel.
     *
     * @param posts all kept posts of one channel, each with a post
     */
    public static List<PostFigures> of(Collection<PostUptake> posts) {
        var resonance = new PostResonance(posts);
        var figures = new ArrayList<PostFigures>();
        for (var i = resonance.posts.size() - 1; i >= Math.max(0, resonance.posts.size() - POSTS_PUBLISHED); i--) {
            figures.add(resonance.figures(i));
        }
        return List.copyOf(figures);
    }

    /** Selects the latest {@link #POSTS_KEPT} posts. */
    public static List<PostUptake> mostRecent(Collection<PostUptake> posts) {
        return posts.stream().sorted(OLDEST_FIRST.reversed()).limit(POSTS_KEPT).toList();
    }

    private PostFigures figures(int index) {
        var uptake = posts.get(index);
        var post = post(uptake);
        var step = PostAgeSteps.lastStepReached(now - post.at());
        var atAge = uptake.engagementsAt(step);
        var median = step < 0 ? null : median(index, step);
        return PostFiguresBuilder.builder()
                .post(post.id())
                .url(post.url())
                .postedAt(Instant.ofEpochMilli(post.at()))
                .topics(post.topics())
                .promotional(post.promotional())
                .engagements(uptake.engagements())
                .ageHours(PostAgeSteps.hours(step))
                .atAge(atAge)
                .median(median)
                .resonance(median == null || median == 0 ? null : atAge / median)
                .build();
    }

    private @Nullable Double median(int index, int step) {
        var before = new ArrayList<Long>();
        for (var i = Math.max(0, index - BASELINE_POSTS); i < index; i++) {
            before.add(posts.get(i).engagementsAt(step));
        }
        if (before.size() < MIN_BASELINE_POSTS) {
            return null;
        }
        Collections.sort(before);
        var middle = before.size() / 2;
        return before.size() % 2 == 1 ? before.get(middle) : (before.get(middle - 1) + before.get(middle)) / 2.0;
    }

    private static BrandPost post(PostUptake uptake) {
        return Objects.requireNonNull(uptake.post());
    }
}
