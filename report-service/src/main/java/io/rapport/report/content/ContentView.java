package io.rapport.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.content.PostFigures;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.SafeLink;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.content.ContentReport.MeanResonance;
import io.rapport.report.domain.engagement.PaidPost;
import io.rapport.web.paging.CursorPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The resonance of a brand's latest posts.
 *
 * @param asOf the day; null while the brand has no figures
 * @param channel null for all channels
 * @param items posts by resonance, highest first; those without resonance last
 * @param next the cursor of the next page; null on the last page
 * @param topics means by topic, highest first, at most 50
 * @param product the mean of promotional posts
 * @param other the mean of all other posts
 * @param paid boosted posts and advertisements of the last 90 days, newest first, at most 50; they are in no other field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ContentView(
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        @Nullable String channel,
        List<PostView> items,
        @Nullable String next,
        List<MeanResonance> topics,
        MeanResonance product,
        MeanResonance other,
        List<PaidPost> paid) {

    /**
     * A post.
     *
     * @param text its words, at most 500 characters; null if they are not known
     * @param url the page of the post, only ever {@code http} or {@code https}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PostView(
            String channel,
            String post,
            @Nullable String text,
            @Nullable String url,
            Instant postedAt,
            List<String> topics,
            boolean promotional,
            @JsonUnwrapped PostResonance measured) {

        static Function<ContentReport.ChannelPost, PostView> mapper(
                Function<ContentReport.ChannelPost, @Nullable String> texts) {
            return post -> of(post, texts.apply(post));
        }

        private static PostView of(ContentReport.ChannelPost from, @Nullable String text) {
            var figures = from.figures();
            return new PostView(
                    from.channel(),
                    figures.post(),
                    text,
                    SafeLink.of(figures.url()),
                    figures.postedAt(),
                    figures.topics(),
                    figures.promotional(),
                    PostResonance.of(figures));
        }
    }

    /**
     * The resonance of a post.
     *
     * @param engagements inbound engagements so far
     * @param ageHours the age at which posts are compared; 0 during the first hour
     * @param atAge engagements at that age
     * @param median the median of up to 20 previous posts of the channel at that age; null with fewer than 3
     * @param resonance {@code atAge / median}; null without a median or when it is 0
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PostResonance(
            long engagements,
            int ageHours,
            long atAge,
            @Nullable Double median,
            @Nullable Double resonance) {

        static PostResonance of(PostFigures figures) {
            return new PostResonance(
                    figures.engagements(), figures.ageHours(), figures.atAge(), figures.median(), figures.resonance());
        }
    }

    static ContentView of(
            ContentReport.ContentResonance content,
            CursorPage<PostView> posts,
            List<PaidPost> paid,
            AsOfDay asOf,
            @Nullable String channel) {
        return new ContentView(
                asOf.day(),
                asOf.modelVersion(),
                channel,
                posts.items(),
                posts.next(),
                content.topics(),
                content.product(),
                content.other(),
                paid);
    }
}
