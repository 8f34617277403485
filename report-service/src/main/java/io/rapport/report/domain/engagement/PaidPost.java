package io.rapport.report.domain.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A boosted post or an advertisement of the brand. It is compared with no other post.
 *
 * @param post the message's id on its channel; null if its source names none
 * @param text its words, at most {@link EngagementRepository#MAX_TEXT} characters; null if they are not known
 * @param url the page of the post, only ever {@code http} or {@code https}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PaidPost(
        String channel,
        @Nullable String post,
        @Nullable String text,
        @Nullable String url,
        Instant postedAt) {}
