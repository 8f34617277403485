package io.rapport.scoring.domain.content;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of the brand.
 *
 * @param id message id on its channel
 * @param url address of the post
 * @param at publication in epoch milliseconds
 * @param topics topics given by the brand
 * @param promotional whether it is promotional
 */
public record BrandPost(String id, @Nullable String url, long at, List<String> topics, boolean promotional) {

    /** Creates the post of an engagement; null if it is not a post or has no message id. */
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
