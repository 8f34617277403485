package io.rapport.report.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.content.PostFigures;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a brand's posts are taken up: by post, by topic, and what sells beside what does not. */
public final class ContentReport {

    private static final int MOST_CHANNELS = 50;
    private static final int MOST_TOPICS = 50;
    private static final Comparator<Mean> BEST_FIRST = Comparator.comparing(
                    (Mean mean) -> Objects.requireNonNullElse(mean.meanResonance(), Place.UNMEASURED))
            .thenComparing(Mean::posts)
            .reversed()
            .thenComparing(Mean::what);

    private final Contents contents;

    /** A report from this projection. */
    public ContentReport(Contents contents) {
        this.contents = contents;
    }

    /** A post of one channel. */
    public record Post(String channel, PostFigures figures) {

        /** Where it stands among posts. */
        public Place place() {
            var resonance = Objects.requireNonNullElse(figures.resonance(), Place.UNMEASURED);
            return new Place(resonance, figures.postedAt(), channel, figures.post());
        }
    }

    /**
     * Where a post stands: what resonates most first, what has no resonance yet last, then the newest.
     *
     * @param resonance {@link #UNMEASURED} when there is none
     */
    public record Place(double resonance, Instant postedAt, String channel, String post) implements Comparable<Place> {

        static final double UNMEASURED = -1;

        private static final Comparator<Place> ORDER = Comparator.comparingDouble(Place::resonance)
                .thenComparing(Place::postedAt)
                .reversed()
                .thenComparing(Place::channel)
                .thenComparing(Place::post);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The mean resonance of some posts.
     *
     * @param what they have in common
     * @param posts how many there are
     * @param n how many of them have a resonance
     * @param meanResonance over these; null when there are none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Mean(
            String what, long posts, long n, @Nullable Double meanResonance) {

        static Mean of(String what, List<Post> posts) {
            var resonances = posts.stream()
                    .map(post -> post.figures().resonance())
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .summaryStatistics();
            var n = resonances.getCount();
            return new Mean(what, posts.size(), n, n == 0 ? null : (Double) resonances.getAverage());
        }
    }

    /**
     * The latest posts.
     *
     * @param posts by {@link Place}
     * @param topics best first, at most 50; a post of several topics counts for each
     * @param product what sells
     * @param other what does not
     */
    public record Content(List<Post> posts, List<Mean> topics, Mean product, Mean other) {}

    /**
     * The latest posts of one channel, or of all.
     *
     * @param channel null for all, of which the first 50 are looked at
     */
    public Content of(BrandKey brand, Moment moment, @Nullable String channel) {
        var channels = channel != null ? List.of(channel) : channels(brand);
        var posts = channels.stream()
                .flatMap(each -> on(brand, moment, each))
                .sorted(Comparator.comparing(Post::place))
                .toList();
        var sells = posts.stream()
                .collect(Collectors.partitioningBy(post -> post.figures().promotional()));
        return new Content(
                posts,
                topics(posts),
                Mean.of("product", sells.getOrDefault(true, List.of())),
                Mean.of("other", sells.getOrDefault(false, List.of())));
    }

    /** The channels there are posts on, in alphabetical order, at most 50. */
    public List<String> channels(BrandKey brand) {
        return contents.channels(brand).stream().limit(MOST_CHANNELS).toList();
    }

    private Stream<Post> on(BrandKey brand, Moment moment, String channel) {
        return contents.on(brand, channel, moment.current() ? null : moment.asOf()).stream()
                .map(ContentMeasured::posts)
                .flatMap(List::stream)
                .map(figures -> new Post(channel, figures));
    }

    private static List<Mean> topics(List<Post> posts) {
        var byTopic = posts.stream()
                .flatMap(post -> post.figures().topics().stream().distinct().map(topic -> new Tagged(topic, post)))
                .collect(Collectors.groupingBy(Tagged::topic, Collectors.mapping(Tagged::post, Collectors.toList())));
        return byTopic.entrySet().stream()
                .map(topic -> Mean.of(topic.getKey(), topic.getValue()))
                .sorted(BEST_FIRST)
                .limit(MOST_TOPICS)
                .toList();
    }

    private record Tagged(String topic, Post post) {}
}
