package io.rapport.report.domain.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementReceived;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What happened, by handle: a merge or a split of people changes nothing here. */
public interface EngagementRepository {

    /** How much of a text is kept, in UTF-16 characters. */
    int MAX_TEXT = 500;

    /** Takes engagements in; the first of an id stays. */
    void saveIfAbsent(BrandKey brand, Collection<EngagementReceived> engagements);

    /** One engagement; empty when nobody has heard of it. */
    Optional<TimelineEntry> find(BrandKey brand, UUID engagement);

    /** Some of the engagements with a handle. */
    List<UUID> findIds(BrandKey brand, HandleKey handle, int limit);

    /** Forgets engagements; how many were there. */
    long delete(BrandKey brand, Collection<UUID> engagements);

    /** All that happened with a handle, whole, oldest first. */
    void forEach(BrandKey brand, HandleKey handle, Consumer<EngagementReceived> each);

    /** A stretch of what happened with these handles. */
    List<TimelineEntry> findTimeline(BrandKey brand, Collection<HandleKey> handles, TimelineQuery query);
}
