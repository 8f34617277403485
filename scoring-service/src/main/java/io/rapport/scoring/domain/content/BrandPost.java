package io.rapport.scoring.domain.content;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the brand said to nobody in particular.
 *
 * @param id the message's on its channel
 * @param url its page
 * @param at milliseconds of the epoch
 * @param topics what it is about, in the brand's own words
 * @param promotional whether it sells
 */
public record BrandPost(String id, @Nullable String url, long at, List<String> topics, boolean promotional) {

    /** The post an engagement is; null when it is none, or nothing tells what others will call it. */
    public static @Nullable BrandPost of(EngagementReceived engagement) {
        var object = engagement.object();
        if (engagement.kind() != EngagementKind.POST || object == null || object.id() == null) {
            return null;
        }
        var content = engagement.content();
        return new BrandPost(
                object.id(),
                object.url(),
                engagement.occurredAt().toEpochMilli(),
                content == null || content.topics() == null ? List.of() : List.copyOf(content.topics()),
                engagement.isPromotional());
    }
}
