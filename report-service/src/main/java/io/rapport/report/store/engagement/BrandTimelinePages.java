package io.rapport.report.store.engagement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.report.domain.engagement.BrandTimelineQuery;
import io.rapport.report.domain.engagement.BrandTimelineQuery.BrandTimeline;
import io.rapport.report.domain.engagement.BrandTimelineQuery.OutboundTimeline;
import io.rapport.report.domain.engagement.BrandTimelineQuery.PostTimeline;
import io.rapport.report.domain.engagement.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Keyset paging of engagements of a brand by time, then by {@code _id}. The indexes end with the time, to be small: what happened at
 * one time is read apart, by {@code _id}.
 */
final class BrandTimelinePages {

    /** The index of engagements by brand and time; most are inbound, and counts of outbound ones do not read these. */
    static final Bson TIME_INDEX =
            Indexes.ascending(EngagementDocument.DIRECTION, EngagementDocument.BRAND_TIME, EngagementDocument.STAFF);

    /** The index of engagements by the messages they refer to. */
    static final Bson POST_INDEX = Indexes.compoundIndex(
            Indexes.ascending(EngagementDocument.ABOUT), Indexes.descending(EngagementDocument.OCCURRED_AT));

    /** It holds engagements that refer to a message only. */
    static final IndexOptions POST_ONLY =
            new IndexOptions().partialFilterExpression(exists(EngagementDocument.ABOUT, true));

    private final MongoCollection<Document> engagements;
    private final BrandKey brand;

    BrandTimelinePages(MongoCollection<Document> engagements, BrandKey brand) {
        this.engagements = engagements;
        this.brand = brand;
    }

    List<TimelineEntry> find(BrandTimelineQuery query) {
        var timeline = query.timeline();
        var index = timeline instanceof OutboundTimeline ? TIME_INDEX : POST_INDEX;
        var field =
                timeline instanceof OutboundTimeline ? EngagementDocument.BRAND_TIME : EngagementDocument.OCCURRED_AT;
        var after = query.after();
        var found = new ArrayList<Document>();
        if (after != null) {
            found.addAll(findAt(
                    and(filter(timeline), eq(field, time(timeline, after.occurredAt()))),
                    index,
                    brand.key(after.id().toString()),
                    query.limit()));
        }
        var before = after == null ? query.to() : after.occurredAt();
        var left = query.limit() - found.size();
        if (left > 0) {
            var range = and(gte(field, time(timeline, query.from())), lt(field, time(timeline, before)));
            found.addAll(findNewest(and(filter(timeline), range), index, field, left));
        }
        return found.stream().map(EngagementDocument::read).toList();
    }

    /** The newest of a range; those of the last time are the first by {@code _id}. */
    private List<Document> findNewest(Bson filter, Bson index, String field, int limit) {
        var found = engagements
                .find(filter)
                .hint(index)
                .projection(exclude(EngagementDocument.EVENT))
                .sort(descending(field))
                .limit(limit)
                .into(new ArrayList<>());
        if (found.size() == limit) {
            var last = Objects.requireNonNull(found.get(limit - 1).get(field));
            found.removeIf(each -> last.equals(each.get(field)));
            found.addAll(findAt(and(filter, eq(field, last)), index, null, limit - found.size()));
        }
        return found;
    }

    private List<Document> findAt(Bson filter, Bson index, @Nullable String afterId, int limit) {
        return engagements
                .find(afterId == null ? filter : and(filter, gt("_id", afterId)))
                .hint(index)
                .projection(exclude(EngagementDocument.EVENT))
                .sort(ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private Bson filter(BrandTimeline timeline) {
        if (timeline instanceof PostTimeline of) {
            return eq(EngagementDocument.ABOUT, EngagementDocument.messageKey(brand, of.post()));
        }
        var outbound = eq(EngagementDocument.DIRECTION, Direction.OUTBOUND.name());
        return timeline instanceof OutboundTimeline of && of.staff() != null
                ? and(outbound, eq(EngagementDocument.STAFF, of.staff()))
                : outbound;
    }

    private Object time(BrandTimeline timeline, Instant time) {
        return timeline instanceof OutboundTimeline
                ? EngagementDocument.timeKey(brand, time)
                : (Object) time.toEpochMilli();
    }
}
