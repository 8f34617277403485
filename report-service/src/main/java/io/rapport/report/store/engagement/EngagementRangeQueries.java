package io.rapport.report.store.engagement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.engagement.EngagementListing;
import io.rapport.report.domain.engagement.EngagementRange;
import io.rapport.report.domain.engagement.PostKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The filters of engagements of a time range. Each of them is answered by an index, which queries name: where several indexes
 * fit, MongoDB's planner tries them all, at length where few documents match.
 */
public final class EngagementRangeQueries {

    /** The newest first. */
    public static final Bson NEWEST_FIRST = Indexes.descending(EngagementDocument.OCCURRED_AT);

    /** The index of times begins with the direction. */
    private static final List<String> DIRECTIONS =
            Stream.of(Direction.values()).map(Direction::name).toList();

    static final Bson NOT_WITHDRAWN = exists(EngagementDocument.WITHDRAWN, false);

    /** The index of engagements by handle; outbound ones are counted by member of staff within it. */
    static final Bson HANDLE_INDEX = Indexes.compoundIndex(
            Indexes.ascending(EngagementDocument.HANDLE),
            Indexes.descending(EngagementDocument.OCCURRED_AT),
            Indexes.ascending("_id", EngagementDocument.DIRECTION, EngagementDocument.STAFF));

    /** The kinds that are rare and are looked up by handle over all times. */
    private static final Set<EngagementKind> RARE_KINDS = EnumSet.of(EngagementKind.THANKS, EngagementKind.PURCHASE);

    /** The index of rare kinds by handle. */
    static final Bson RARE_INDEX = Indexes.compoundIndex(
            Indexes.ascending(EngagementDocument.HANDLE, EngagementDocument.KIND),
            Indexes.descending(EngagementDocument.OCCURRED_AT));

    /** It holds rare kinds only. */
    static final IndexOptions RARE_ONLY = new IndexOptions()
            .partialFilterExpression(in(
                    EngagementDocument.KIND,
                    RARE_KINDS.stream().map(EngagementKind::name).toList()));

    /** The index of the engagements of each listing. */
    static final Bson LISTED_INDEX = Indexes.ascending(EngagementDocument.LISTED);

    /** The index of a kind that is rare and is looked up for a whole brand. */
    static final Bson THANKS_INDEX = Indexes.ascending(EngagementDocument.KIND, EngagementDocument.BRAND_TIME);

    /** It holds thanks only. */
    static final IndexOptions THANKS_ONLY =
            new IndexOptions().partialFilterExpression(eq(EngagementDocument.KIND, EngagementKind.THANKS.name()));

    private EngagementRangeQueries() {}

    /** The engagements of these handles. */
    public static Bson ofHandles(BrandKey brand, Collection<HandleKey> handles, EngagementRange range) {
        return and(ofHandles(brand, handles), filter(range));
    }

    /** As {@link #ofHandles(BrandKey, Collection, EngagementRange)}, of all times. */
    static Bson ofHandles(BrandKey brand, Collection<HandleKey> handles) {
        var keys = handles.stream()
                .filter(handle -> handle.brand().equals(brand))
                .map(HandleKey::key)
                .toList();
        return in(EngagementDocument.HANDLE, keys);
    }

    /** The public posts of a brand by message id. */
    public static Bson ofPosts(BrandKey brand, Collection<PostKey> posts) {
        return in(
                EngagementDocument.POST,
                posts.stream()
                        .map(post -> EngagementDocument.postKey(brand, post))
                        .toList());
    }

    /** The outbound thanks of a brand that are not withheld, from a time to another one, exclusive. */
    public static Bson thanks(BrandKey brand, Instant from, Instant to) {
        return and(eq(EngagementDocument.KIND, EngagementKind.THANKS.name()), outbound(brand, from, to));
    }

    /** The engagements of a listing from a time to another one, exclusive. */
    public static Bson listed(BrandKey brand, EngagementListing listing, Instant from, Instant until) {
        return and(
                gte(EngagementDocument.LISTED, EngagementDocument.listedAt(brand, listing, from)),
                lt(EngagementDocument.LISTED, EngagementDocument.listedAt(brand, listing, until)));
    }

    /**
     * The posts that were paid for, from a time to another one, exclusive.
     *
     * @param channel null for all channels
     */
    static Bson paidPosts(BrandKey brand, @Nullable String channel, Instant from, Instant until) {
        var all = new ArrayList<Bson>();
        all.add(listed(brand, EngagementListing.PAID, from, until));
        all.add(eq(EngagementDocument.KIND, EngagementKind.POST.name()));
        if (channel != null) {
            all.add(gte(EngagementDocument.HANDLE, brand.key(channel, "")));
            all.add(lt(EngagementDocument.HANDLE, brand.key(channel) + (char) (TopicKeys.SEPARATOR + 1)));
        }
        return and(all);
    }

    /** The purchases of a listing, without refunds. */
    public static Bson purchases(BrandKey brand, EngagementListing listing, Instant from, Instant until) {
        return and(listed(brand, listing, from, until), exists(EngagementDocument.BRAND_TIME));
    }

    /** The index that finds the engagements of handles in a range. */
    static Bson handleIndex(EngagementRange range) {
        return range.kind() != null && RARE_KINDS.contains(range.kind()) ? RARE_INDEX : HANDLE_INDEX;
    }

    /** The engagements of a brand that are neither withheld nor refunds, from a time to another one, exclusive. */
    public static Bson inTime(BrandKey brand, Instant from, Instant to) {
        return and(in(EngagementDocument.DIRECTION, DIRECTIONS), atTime(brand, from, to));
    }

    private static Bson atTime(BrandKey brand, Instant from, Instant to) {
        return and(
                gte(EngagementDocument.BRAND_TIME, EngagementDocument.timeKey(brand, from)),
                lt(EngagementDocument.BRAND_TIME, EngagementDocument.timeKey(brand, to)));
    }

    /** Those of them that are outbound. */
    public static Bson outbound(BrandKey brand, Instant from, Instant to) {
        return and(eq(EngagementDocument.DIRECTION, Direction.OUTBOUND.name()), atTime(brand, from, to));
    }

    private static Bson filter(EngagementRange range) {
        var all = new ArrayList<Bson>();
        all.add(gte(EngagementDocument.OCCURRED_AT, range.from().toEpochMilli()));
        all.add(lt(EngagementDocument.OCCURRED_AT, range.to().toEpochMilli()));
        all.add(eq(EngagementDocument.DIRECTION, range.direction().name()));
        if (range.kind() != null) {
            all.add(eq(EngagementDocument.KIND, range.kind().name()));
        }
        return and(all);
    }
}
