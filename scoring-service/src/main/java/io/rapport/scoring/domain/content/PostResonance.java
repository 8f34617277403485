package io.rapport.scoring.domain.content;

import io.rapport.contracts.content.PostFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares each post of a channel with the posts before it, at the same age. */
public final class PostResonance {

    /** How many posts have to be known to tell of the latest {@link #TOLD}. */
    public static final int KEPT = 60;

    private static final int TOLD = 40;
    private static final int COMPARED_WITH = 20;
    private static final int FEWEST_COMPARED_WITH = 3;
    private static final Comparator<PostUptake> IN_TIME = Comparator.comparingLong(
                    (PostUptake each) -> post(each).at())
            .thenComparing(each -> post(each).id());

    private final List<PostUptake> posts;
    private final long now;

    private PostResonance(Collection<PostUptake> posts) {
        this.posts = posts.stream().sorted(IN_TIME).toList();
        this.now = posts.stream().mapToLong(PostUptake::lastAt).max().orElse(0);
    }

    /**
     * The latest posts, newest first, as of the latest thing that happened on their channel.
     *
     * @param posts all of one channel, each of them known
     */
    public static List<PostFigures> of(Collection<PostUptake> posts) {
        var resonance = new PostResonance(posts);
        var figures = new ArrayList<PostFigures>();
        for (var i = resonance.posts.size() - 1; i >= Math.max(0, resonance.posts.size() - TOLD); i--) {
            figures.add(resonance.figures(i));
        }
        return List.copyOf(figures);
    }

    /** The latest posts, as many as later ones may be compared with. */
    public static List<PostUptake> mostRecent(Collection<PostUptake> posts) {
        return posts.stream().sorted(IN_TIME.reversed()).limit(KEPT).toList();
    }

    private PostFigures figures(int index) {
        var uptake = posts.get(index);
        var post = post(uptake);
        var step = PostAgeSteps.lastStepReached(now - post.at());
        var atAge = uptake.engagementsAt(step);
        var median = step < 0 ? null : median(index, step);
        return new PostFigures(
                post.id(),
                post.url(),
                Instant.ofEpochMilli(post.at()),
                post.topics(),
                post.promotional(),
                uptake.engagements(),
                PostAgeSteps.hours(step),
                atAge,
                median,
                median == null || median == 0 ? null : atAge / median);
    }

    private @Nullable Double median(int index, int step) {
        var before = new ArrayList<Long>();
        for (var i = Math.max(0, index - COMPARED_WITH); i < index; i++) {
            before.add(posts.get(i).engagementsAt(step));
        }
        if (before.size() < FEWEST_COMPARED_WITH) {
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
