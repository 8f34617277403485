package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message.
 *
 * @param text the text, at most 100 000 characters
 * @param language BCP 47 tag
 * @param topics the topics, as the brand names them
 * @param promotional whether it is promotional
 * @param paid whether it was paid for; excluded from every score
 * @param rating stars given, 0 to 5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngagementContent(
        @Nullable String text,
        @Nullable String language,
        @Nullable List<String> topics,
        @Nullable Boolean promotional,
        @Nullable Boolean paid,
        @Nullable Double rating) {

    /** Content with a text only. */
    public static EngagementContent of(String text) {
        return new EngagementContent(text, null, null, null, null, null);
    }
}
