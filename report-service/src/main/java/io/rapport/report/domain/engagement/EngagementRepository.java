package io.rapport.report.domain.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementReceived;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Engagements by handle, so that a merge or a split of persons changes nothing here. Saves are idempotent. */
public interface EngagementRepository {

    /** The maximum length of a text in a timeline, in UTF-16 characters. */
    int MAX_TEXT = 500;

    /**
     * Saves engagements, in any order. Of each id the highest revision is kept, and of equal ones the first; a withdrawn engagement is
     * found by {@link #findIds} only.
     */
    void save(Collection<EngagementReceived> engagements);

    /** An engagement; empty if it is unknown or withdrawn. */
    Optional<TimelineEntry> find(BrandKey brand, UUID engagement);

    /** Those of these engagements that are known and not withdrawn. */
    Set<UUID> findKnown(BrandKey brand, Collection<UUID> engagements);

    /** The ids of engagements of a handle, withdrawn ones too, in no order. */
    List<UUID> findIds(BrandKey brand, HandleKey handle, int limit);

    /** Deletes engagements; returns how many existed. */
    long delete(BrandKey brand, Collection<UUID> engagements);

    /** Passes a handle's engagements on as they were received, oldest first. */
    void forEach(BrandKey brand, HandleKey handle, Consumer<EngagementReceived> each);

    /** The inbound engagements of these handles at these times. */
    List<TimelineEntry> findInboundAt(BrandKey brand, Collection<HandleKey> handles, Collection<Instant> times);

    /** The engagements of these handles in a time range, newest first, in one query. */
    List<TimelineEntry> findInRange(BrandKey brand, Collection<HandleKey> handles, EngagementRange range);

    /**
     * The newest engagements with a text of each of these handles in a time range, in no order; one query for each handle.
     *
     * @param range with the maximum for each handle
     */
    List<TimelineEntry> findNewestTexts(BrandKey brand, Collection<HandleKey> handles, EngagementRange range);

    /**
     * The inbound engagements of these handles from a time to another one, exclusive, newest first; withheld ones and refunds are
     * left out.
     */
    List<ChannelContact> findContacts(
            BrandKey brand, Collection<HandleKey> handles, Instant from, Instant to, int limit);

    /** The thanks that a brand expressed, without withheld ones, from a time to another one, exclusive, newest first. */
    List<TimelineEntry> findThanks(BrandKey brand, Instant from, Instant to, int limit);

    /**
     * Counts the outbound engagements with these handles from a time to another one, exclusive, by handle and member of staff.
     * Those that name no member are left out.
     */
    Map<HandleKey, Map<String, Long>> countByStaff(
            BrandKey brand, Collection<HandleKey> handles, Instant from, Instant to);

    /** A page of the timeline of these handles. */
    List<TimelineEntry> findTimeline(BrandKey brand, Collection<HandleKey> handles, TimelineQuery query);

    /**
     * Inbound engagements of a brand with a text or a reference to another message, newest first.
     *
     * @param from the earliest time
     * @param until after the latest time
     */
    List<SpokenMessage> findSpoken(BrandKey brand, Instant from, Instant until, int limit);

    /**
     * Engagements of a brand by listing, newest first.
     *
     * @param from the earliest time
     * @param until after the latest time
     */
    List<EngagementReceived> findListed(
            BrandKey brand, EngagementListing listing, Instant from, Instant until, int limit);
}
