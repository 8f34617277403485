package io.rapport.report.engagements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.report.domain.engagement.PostKey;
import io.rapport.web.paging.CursorPage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people did with a post of the brand.
 *
 * @param asOf the last day; null while the brand has no figures
 * @param post the message's id on its channel
 * @param text its words, at most 500 characters; null if they are not known
 * @param items newest first
 * @param next the cursor of the next page; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PostEngagementsView(
        @Nullable LocalDate asOf,
        String channel,
        String post,
        @Nullable String text,
        List<ListedEngagement> items,
        @Nullable String next) {

    static PostEngagementsView of(
            @Nullable LocalDate asOf, PostKey post, @Nullable String text, CursorPage<ListedEngagement> page) {
        return new PostEngagementsView(asOf, post.channel(), post.post(), text, page.items(), page.next());
    }
}
