package io.rapport.report.domain.content;

import io.rapport.report.domain.AsOfDay;

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
    private static final Comparator<MeanResonance> BEST_FIRST = Comparator.comparing(
                    (MeanResonance mean) -> Objects.requireNonNullElse(mean.meanResonance(), PostPosition.UNMEASURED))
            .thenComparing(MeanResonance::posts)
            .reversed()
            .thenComparing(MeanResonance::what);

    private final ContentRepository contents;

    /** A report from this projection. */
    public ContentReport(ContentRepository contents) {
        this.contents = contents;
    }

    /** A post of one channel. */
    public record ChannelPost(String channel, PostFigures figures) {

        /** Where it stands among posts. */
        public PostPosition position() {
            var resonance = Objects.requireNonNullElse(figures.resonance(), PostPosition.UNMEASURED);
            return new PostPosition(resonance, figures.postedAt(), channel, figures.post());
        }
    }

    /**
     * Where a post stands: what resonates most first, what has no resonance yet last, then the newest.
     *
     * @param resonance {@link #UNMEASURED} when there is none
     */
    public record PostPosition(double resonance, Instant postedAt, String channel, String post) implements Comparable<PostPosition> {

        static final double UNMEASURED = -1;

        private static final Comparator<PostPosition> ORDER = Comparator.comparingDouble(PostPosition::resonance)
                .thenComparing(PostPosition::postedAt)
                .reversed()
                .thenComparing(PostPosition::channel)
                .thenComparing(PostPosition::post);

        @Override
        public int compareTo(PostPosition other) {
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
    public record MeanResonance(
            String what, long posts, long n, @Nullable Double meanResonance) {

        static MeanResonance of(String what, List<ChannelPost> posts) {
            var resonances = posts.stream()
                    .map(post -> post.figures().resonance())
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .summaryStatistics();
            var n = resonances.getCount();
            return new MeanResonance(what, posts.size(), n, n == 0 ? null : (Double) resonances.getAverage());
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
    public record ContentResonance(List<ChannelPost> posts, List<MeanResonance> topics, MeanResonance product, MeanResonance other) {}

    /**
     * The latest posts of one channel, or of all.
     *
     * @param channel null for all, of which the first 50 are looked at
     */
    public ContentResonance find(BrandKey brand, AsOfDay moment, @Nullable String channel) {
        var channels = channel != null ? List.of(channel) : findChannels(brand);
        var posts = channels.stream()
                .flatMap(each -> on(brand, moment, each))
                .sorted(Comparator.comparing(ChannelPost::position))
                .toList();
        var sells = posts.stream()
                .collect(Collectors.partitioningBy(post -> post.figures().promotional()));
        return new ContentResonance(
                posts,
                topics(posts),
                MeanResonance.of("product", sells.getOrDefault(true, List.of())),
                MeanResonance.of("other", sells.getOrDefault(false, List.of())));
    }

    /** The channels there are posts on, in alphabetical order, at most 50. */
    public List<String> findChannels(BrandKey brand) {
        return contents.findChannels(brand).stream().limit(MOST_CHANNELS).toList();
    }

    private Stream<ChannelPost> on(BrandKey brand, AsOfDay moment, String channel) {
        return contents.findAsOf(brand, channel, moment.current() ? null : moment.day()).stream()
                .map(ContentMeasured::posts)
                .flatMap(List::stream)
                .map(figures -> new ChannelPost(channel, figures));
    }

    private static List<MeanResonance> topics(List<ChannelPost> posts) {
        var byTopic = posts.stream()
                .flatMap(post -> post.figures().topics().stream().distinct().map(topic -> new TopicPost(topic, post)))
                .collect(Collectors.groupingBy(TopicPost::topic, Collectors.mapping(TopicPost::post, Collectors.toList())));
        return byTopic.entrySet().stream()
                .map(topic -> MeanResonance.of(topic.getKey(), topic.getValue()))
                .sorted(BEST_FIRST)
                .limit(MOST_TOPICS)
                .toList();
    }

    private record TopicPost(String topic, ChannelPost post) {}
}
