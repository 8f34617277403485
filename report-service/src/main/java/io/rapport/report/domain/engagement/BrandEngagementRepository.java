package io.rapport.report.domain.engagement;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engagements of a whole brand, read by time or by message. */
public interface BrandEngagementRepository {

    /**
     * The texts of a brand's public posts, at most {@link EngagementRepository#MAX_TEXT} characters each; posts without a text are
     * left out.
     */
    Map<PostKey, String> findPostTexts(BrandKey brand, Collection<PostKey> posts);

    /**
     * Counts the outbound engagements from a time to another one, exclusive, by member of staff; withheld ones are left out.
     *
     * @param limit counting goes backwards by day, and ends with the day (in UTC) in which so many are reached
     */
    OutboundCounts countOutbound(BrandKey brand, Instant from, Instant to, int limit);

    /**
     * Counts what was paid for from a time to another one, exclusive, by channel, direction and kind, most first.
     *
     * @param limit the maximum number that is counted: the newest
     */
    List<PaidCount> countPaid(BrandKey brand, Instant from, Instant to, int limit);

    /**
     * The posts that were paid for from a time to another one, exclusive, newest first.
     *
     * @param channel null for all channels
     * @param limit the maximum number
     */
    List<PaidPost> findPaidPosts(BrandKey brand, @Nullable String channel, Instant from, Instant to, int limit);

    /**
     * The engagements from a time to another one, exclusive, newest first; withheld ones and refunds are left out.
     *
     * @param limit the maximum number
     */
    List<ChannelContact> findContacts(BrandKey brand, Instant from, Instant to, int limit);

    /**
     * The purchases of other parties from a time to another one, exclusive, newest first; withheld ones and refunds are left out.
     *
     * @param limit the maximum number
     */
    List<ChannelContact> findPurchases(BrandKey brand, Instant from, Instant to, int limit);

    /** A page of engagements with their texts. */
    List<TimelineEntry> findPage(BrandKey brand, BrandTimelineQuery query);
}
