package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said.
 *
 * @param text the words, at most 100 000 characters
 * @param language BCP 47 tag
 * @param topics what it was about, in the brand's own words
 * @param promotional whether it sells
 * @param paid whether it was paid for; withheld from every score
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

    /** Words alone. */
    public static EngagementContent of(String text) {
        return new EngagementContent(text, null, null, null, null, null);
    }
}
