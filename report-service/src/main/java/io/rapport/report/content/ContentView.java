package io.rapport.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.content.PostFigures;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.content.ContentReport.MeanResonance;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.SafeLink;
import io.rapport.web.paging.CursorPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a brand's latest posts are taken up.
 *
 * @param asOf the day it holds for; null while nothing is known of the brand
 * @param channel whose posts; null for all channels
 * @param items posts, by resonance, best first; those without one last
 * @param next the cursor of the part that follows; null when this is the last
 * @param topics by topic, best first, at most 50
 * @param product posts that sell
 * @param other posts that do not
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
        MeanResonance other) {

    /**
     * A post.
     *
     * @param url its page, only ever {@code http} or {@code https}
     * @param engagements inbound engagements with it so far
     * @param ageHours the age at which posts are compared; 0 before the first step, one hour
     * @param atAge its engagements at that age
     * @param median the median of the up to 20 posts before it on the channel at that age; null when there are under 3
     * @param resonance {@code atAge / median}; null when there is no median or it is 0
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PostView(
            String channel,
            String post,
            @Nullable String url,
            Instant postedAt,
            List<String> topics,
            boolean promotional,
            long engagements,
            int ageHours,
            long atAge,
            @Nullable Double median,
            @Nullable Double resonance) {

        static PostView of(ContentReport.ChannelPost from) {
            PostFigures figures = from.figures();
            return new PostView(
                    from.channel(),
                    figures.post(),
                    SafeLink.of(figures.url()),
                    figures.postedAt(),
                    figures.topics(),
                    figures.promotional(),
                    figures.engagements(),
                    figures.ageHours(),
                    figures.atAge(),
                    figures.median(),
                    figures.resonance());
        }
    }

    static ContentView of(
            ContentReport.ContentResonance content,
            CursorPage<ContentReport.ChannelPost> page,
            AsOfDay moment,
            @Nullable String channel) {
        var posts = page.map(PostView::of);
        return new ContentView(
                moment.day(),
                moment.modelVersion(),
                channel,
                posts.items(),
                posts.next(),
                content.topics(),
                content.product(),
                content.other());
    }
}
