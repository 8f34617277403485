package io.rapport.contracts.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engagement figures of one post, compared with the previous posts of its channel at the same age.
 *
 * @param post the message's id on its channel
 * @param url the URL of the post
 * @param topics the topics, as the brand names them
 * @param promotional whether it is promotional; otherwise it is reported as {@code other}
 * @param engagements the number of inbound engagements so far
 * @param ageHours the age at which posts are compared: the highest step of 1, 3, 6, 12, 24, 48, 96, 168 and 720 hours
 *     that it has reached; 0 before the first
 * @param atAge the number of engagements at that age
 * @param median the median of the up to 20 posts before it on the channel at that age; null when there are under 3
 * @param resonance {@code atAge / median}; null when there is no median or it is 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record PostFigures(
        String post,
        @Nullable String url,
        Instant postedAt,
        List<String> topics,
        boolean promotional,
        long engagements,
        int ageHours,
        long atAge,
        @Nullable Double median,
        @Nullable Double resonance) {}
