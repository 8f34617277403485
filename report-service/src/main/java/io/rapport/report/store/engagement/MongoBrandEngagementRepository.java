package io.rapport.report.store.engagement;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.mongo.BrandCollection;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.BrandTimelineQuery;
import io.rapport.report.domain.engagement.ChannelContact;
import io.rapport.report.domain.engagement.EngagementListing;
import io.rapport.report.domain.engagement.OutboundCounts;
import io.rapport.report.domain.engagement.PaidCount;
import io.rapport.report.domain.engagement.PaidPost;
import io.rapport.report.domain.engagement.PostKey;
import io.rapport.report.domain.engagement.TimelineEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Engagements in the collection {@code engagements}, indexed by brand and time, and public posts by message id. */
public final class MongoBrandEngagementRepository implements BrandEngagementRepository {

    /** No member of staff has an empty name. */
    private static final String UNNAMED = "";

    private static final String COUNT = "count";
    private static final Duration ONE_DAY = Duration.ofDays(1);
    /** The most outbound engagements that are counted: days are kept for all limits. */
    private static final int MAX_OUTBOUND = 200_000;

    private final BrandCollection engagements;
    private final OutboundDayCounts outbound;
    private final Clock clock;

    /**
     * The repository of a database.
     *
     * @param outbound the days that were counted
     */
    public MongoBrandEngagementRepository(MongoDatabase database, OutboundDayCounts outbound, Clock clock) {
        this.engagements = new BrandCollection(database.getCollection("engagements"));
        this.outbound = outbound;
        this.clock = clock;
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        engagements.createSparseIndex(EngagementDocument.POST);
        // Outbound engagements are counted by member of staff within the index.
        engagements.createIndex(BrandTimelinePages.TIME_INDEX);
        engagements.createIndex(BrandTimelinePages.POST_INDEX, BrandTimelinePages.POST_ONLY);
    }

    @Override
    public Map<PostKey, String> findPostTexts(BrandKey brand, Collection<PostKey> posts) {
        var texts = new HashMap<PostKey, String>();
        engagements
                .driver()
                .find(EngagementRangeQueries.ofPosts(brand, posts))
                .projection(include(EngagementDocument.POST, EngagementDocument.TEXT))
                .forEach(found -> {
                    var text = found.getString(EngagementDocument.TEXT);
                    if (text != null && !text.isBlank()) {
                        texts.putIfAbsent(EngagementDocument.readPostKey(found), text);
                    }
                });
        return texts;
    }

    @Override
    public OutboundCounts countOutbound(BrandKey brand, Instant from, Instant to, int limit) {
        var counts = new HashMap<String, Long>();
        var now = clock.instant();
        var max = Math.min(limit, MAX_OUTBOUND);
        var end = to;
        long read = 0;
        while (from.isBefore(end) && read < max) {
            var day = OutboundDayCounts.dayOf(end.minusMillis(1));
            var midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            var start = from.isAfter(midnight) ? from : midnight;
            var until = end;
            var isWholeDay = start.equals(midnight) && until.equals(midnight.plus(ONE_DAY)) && until.isBefore(now);
            var ofDay = isWholeDay
                    ? outbound.find(brand, day, () -> countWithinDay(brand, start, until))
                    : countWithinDay(brand, start, until);
            ofDay.forEach((staff, count) -> counts.merge(staff, count, Long::sum));
            read += ofDay.values().stream().mapToLong(Long::longValue).sum();
            end = start;
        }
        var unnamed = counts.remove(UNNAMED);
        return new OutboundCounts(counts, unnamed == null ? 0 : unnamed, read <= max && !from.isBefore(end));
    }

    /** Counts one more than the maximum at most, which shows that there are more. */
    private Map<String, Long> countWithinDay(BrandKey brand, Instant from, Instant to) {
        var counts = new HashMap<String, Long>();
        engagements
                .driver()
                .aggregate(List.of(
                        match(EngagementRangeQueries.outbound(brand, from, to)),
                        sort(descending(EngagementDocument.BRAND_TIME)),
                        limit(MAX_OUTBOUND + 1),
                        group("$" + EngagementDocument.STAFF, sum(COUNT, 1L))))
                .hint(BrandTimelinePages.TIME_INDEX)
                .forEach(found ->
                        counts.put(Objects.requireNonNullElse(found.getString("_id"), UNNAMED), found.getLong(COUNT)));
        return counts;
    }

    @Override
    public List<PaidCount> countPaid(BrandKey brand, Instant from, Instant to, int limit) {
        var counts = new HashMap<PaidCount, Long>();
        engagements
                .driver()
                .find(EngagementRangeQueries.listed(brand, EngagementListing.PAID, from, to))
                .projection(fields(
                        include(
                                EngagementDocument.HANDLE,
                                EngagementDocument.DIRECTION,
                                EngagementDocument.KIND,
                                EngagementDocument.VISITS),
                        excludeId()))
                .hint(EngagementRangeQueries.LISTED_INDEX)
                .sort(descending(EngagementDocument.LISTED))
                .limit(limit)
                .map(EngagementDocument::readPaid)
                .forEach(paid -> counts.merge(paid.withCount(0), paid.count(), Long::sum));
        return counts.entrySet().stream()
                .map(each -> each.getKey().withCount(each.getValue()))
                .sorted()
                .toList();
    }

    @Override
    public List<TimelineEntry> findPage(BrandKey brand, BrandTimelineQuery query) {
        return new BrandTimelinePages(engagements.driver(), brand).find(query);
    }

    @Override
    public List<PaidPost> findPaidPosts(BrandKey brand, @Nullable String channel, Instant from, Instant to, int limit) {
        return engagements
                .driver()
                .find(EngagementRangeQueries.paidPosts(brand, channel, from, to))
                .projection(exclude(EngagementDocument.EVENT))
                .hint(EngagementRangeQueries.LISTED_INDEX)
                .sort(descending(EngagementDocument.LISTED))
                .limit(limit)
                .map(EngagementDocument::readPaidPost)
                .into(new ArrayList<>());
    }

    @Override
    public List<ChannelContact> findContacts(BrandKey brand, Instant from, Instant to, int limit) {
        return engagements
                .driver()
                .find(EngagementRangeQueries.inTime(brand, from, to))
                .hint(BrandTimelinePages.TIME_INDEX)
                .projection(exclude(EngagementDocument.EVENT))
                .sort(descending(EngagementDocument.BRAND_TIME))
                .limit(limit)
                .map(EngagementDocument::readContact)
                .into(new ArrayList<>());
    }

    @Override
    public List<ChannelContact> findPurchases(BrandKey brand, Instant from, Instant to, int limit) {
        return Stream.of(EngagementListing.SALE, EngagementListing.UNPRICED_SALE)
                .flatMap(listing -> findPurchases(brand, listing, from, to, limit).stream())
                .filter(ChannelContact::isPurchase)
                .sorted(Comparator.comparing(ChannelContact::at).reversed())
                .limit(limit)
                .toList();
    }

    private List<ChannelContact> findPurchases(
            BrandKey brand, EngagementListing listing, Instant from, Instant to, int limit) {
        return engagements
                .driver()
                .find(EngagementRangeQueries.purchases(brand, listing, from, to))
                .projection(exclude(EngagementDocument.EVENT))
                .hint(EngagementRangeQueries.LISTED_INDEX)
                .sort(descending(EngagementDocument.LISTED))
                .limit(limit)
                .map(EngagementDocument::readContact)
                .into(new ArrayList<>());
    }
}
