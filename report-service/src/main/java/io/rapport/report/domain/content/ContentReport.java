package io.rapport.report.domain.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.content.PostFigures;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.PaidPost;
import io.rapport.report.domain.engagement.PostKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The resonance of a brand's posts: by post, by topic, and of promotional posts beside the others. */
public final class ContentReport {

    private static final int MAX_CHANNELS = 50;
    private static final int MAX_TOPICS = 50;
    private static final int MAX_PAID = 50;
    private static final int PAID_DAYS = 90;
    private static final Comparator<MeanResonance> HIGHEST_FIRST = Comparator.comparing(
                    (MeanResonance mean) -> Objects.requireNonNullElse(mean.meanResonance(), PostPosition.UNMEASURED))
            .thenComparing(MeanResonance::posts)
            .reversed()
            .thenComparing(MeanResonance::what);

    private final ContentRepository contents;
    private final BrandEngagementRepository engagements;
    private final @Nullable ContentDayLookup earlier;

    /**
     * A report on these sources.
     *
     * @param earlier the posts of earlier days; null where they are not known
     */
    public ContentReport(
            ContentRepository contents, BrandEngagementRepository engagements, @Nullable ContentDayLookup earlier) {
        this.contents = contents;
        this.engagements = engagements;
        this.earlier = earlier;
    }

    /** A post of one channel. */
    public record ChannelPost(String channel, PostFigures figures) {

        PostKey key() {
            return new PostKey(channel, figures.post());
        }

        /** Its position in the list of posts. */
        public PostPosition position() {
            var resonance = Objects.requireNonNullElse(figures.resonance(), PostPosition.UNMEASURED);
            return new PostPosition(resonance, figures.postedAt(), channel, figures.post());
        }
    }

    /**
     * The position of a post in the list: highest resonance first, posts without resonance last, then newest first.
     *
     * @param resonance {@link #UNMEASURED} without one
     */
    public record PostPosition(double resonance, Instant postedAt, String channel, String post)
            implements Comparable<PostPosition> {

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
     * @param what the topic, or the kind of post
     * @param posts the number of posts
     * @param n the number of posts that have a resonance
     * @param meanResonance the mean over these; null when there are none
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
     * The latest posts with their means.
     *
     * @param posts ordered by {@link PostPosition}
     * @param topics highest resonance first, at most 50; a post with several topics counts for each
     * @param product promotional posts
     * @param other all other posts
     */
    public record ContentResonance(
            List<ChannelPost> posts, List<MeanResonance> topics, MeanResonance product, MeanResonance other) {}

    /** Whether the posts of a day are known; those of the current day are. */
    public boolean isKnown(AsOfDay asOf) {
        return earlier != null || asOf.earlierDay().isEmpty();
    }

    /**
     * The latest posts of one channel or of all, on a day; none where they are not known.
     *
     * @param channel null for the first 50 channels
     */
    public ContentResonance find(BrandKey brand, AsOfDay asOf, @Nullable String channel) {
        var posts = posts(brand, asOf, channel).stream()
                .sorted(Comparator.comparing(ChannelPost::position))
                .toList();
        var byPromotional = posts.stream()
                .collect(Collectors.partitioningBy(post -> post.figures().promotional()));
        return new ContentResonance(
                posts,
                topics(posts),
                MeanResonance.of("product", byPromotional.getOrDefault(true, List.of())),
                MeanResonance.of("other", byPromotional.getOrDefault(false, List.of())));
    }

    /** The texts of some posts; null for a post without one. */
    public Function<ChannelPost, @Nullable String> findTexts(BrandKey brand, List<ChannelPost> posts) {
        var texts = posts.isEmpty()
                ? Map.<PostKey, String>of()
                : engagements.findPostTexts(
                        brand, posts.stream().map(ChannelPost::key).toList());
        return post -> texts.get(post.key());
    }

    /**
     * The boosted posts and advertisements of the {@value #PAID_DAYS} days up to a day, newest first, at most {@value #MAX_PAID}. They are
     * in none of the other lists and means.
     *
     * @param channel null for all channels
     */
    public List<PaidPost> findPaid(BrandRegistered brand, AsOfDay asOf, @Nullable String channel) {
        var day = asOf.day();
        if (day == null) {
            return List.of();
        }
        var days = new DayInterval(day, day, ZoneId.of(brand.timeZone())).last(PAID_DAYS);
        return engagements.findPaidPosts(brand.brandKey(), channel, days.start(), days.end(), MAX_PAID);
    }

    /** The channels that have posts, in alphabetical order, at most 50. */
    public List<String> findChannels(BrandKey brand) {
        return contents.findChannels(brand).stream().limit(MAX_CHANNELS).toList();
    }

    private List<ChannelPost> posts(BrandKey brand, AsOfDay asOf, @Nullable String channel) {
        var day = asOf.earlierDay();
        if (day.isPresent()) {
            return earlier == null ? List.of() : earlier.find(brand, day.get(), channel);
        }
        var channels = channel != null ? List.of(channel) : findChannels(brand);
        return channels.stream().flatMap(each -> published(brand, each)).toList();
    }

    private Stream<ChannelPost> published(BrandKey brand, String channel) {
        return contents.findAsOf(brand, channel, null).stream()
                .map(ContentMeasured::posts)
                .flatMap(List::stream)
                .map(figures -> new ChannelPost(channel, figures));
    }

    private static List<MeanResonance> topics(List<ChannelPost> posts) {
        var byTopic = posts.stream()
                .flatMap(post -> post.figures().topics().stream().distinct().map(topic -> new TopicPost(topic, post)))
                .collect(Collectors.groupingBy(
                        TopicPost::topic, Collectors.mapping(TopicPost::post, Collectors.toList())));
        return byTopic.entrySet().stream()
                .map(topic -> MeanResonance.of(topic.getKey(), topic.getValue()))
                .sorted(HIGHEST_FIRST)
                .limit(MAX_TOPICS)
                .toList();
    }

    private record TopicPost(String topic, ChannelPost post) {}
}
