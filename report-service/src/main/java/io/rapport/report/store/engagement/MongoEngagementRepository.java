package io.rapport.report.store.engagement;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.rapport.report.store.engagement.EngagementRangeQueries.NOT_WITHDRAWN;
import static io.rapport.report.store.engagement.EngagementRangeQueries.ofHandles;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.mongo.KeysetOrder;
import io.rapport.report.domain.engagement.ChannelContact;
import io.rapport.report.domain.engagement.EngagementListing;
import io.rapport.report.domain.engagement.EngagementRange;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.SpokenMessage;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Engagements in the collection {@code engagements}, one document each, indexed by handle and time; those that
 * {@link #findSpoken} finds also by brand and time.
 */
public final class MongoEngagementRepository implements EngagementRepository {

    private static final KeysetOrder NEWEST_FIRST = new KeysetOrder(EngagementDocument.OCCURRED_AT, true, "_id");

    private static final int MAX_ATTEMPTS = 20;
    private static final String COUNT = "count";

    private final BrandCollection engagements;
    private final OutboundDayCounts outbound;

    /**
     * The repository of a database.
     *
     * @param outbound the days that were counted; those that are written to are counted again
     */
    public MongoEngagementRepository(MongoDatabase database, OutboundDayCounts outbound) {
        this.engagements = new BrandCollection(database.getCollection("engagements"));
        this.outbound = outbound;
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        engagements.createIndex(EngagementRangeQueries.HANDLE_INDEX);
        engagements.createIndex(EngagementRangeQueries.THANKS_INDEX, EngagementRangeQueries.THANKS_ONLY);
        engagements.createIndex(EngagementRangeQueries.RARE_INDEX, EngagementRangeQueries.RARE_ONLY);
        engagements.createSparseIndex(EngagementDocument.SPOKEN);
        engagements.createSparseIndex(EngagementDocument.LISTED);
    }

    @Override
    public void save(Collection<EngagementReceived> received) {
        var plain = new LinkedHashMap<String, EngagementReceived>();
        var revisions = new LinkedHashMap<String, EngagementReceived>();
        for (var each : received) {
            var id = EngagementDocument.id(each);
            if (each.revisionRank() == 0) {
                plain.putIfAbsent(id, each);
            } else {
                revisions.merge(id, each, MongoEngagementRepository::higher);
            }
        }
        insertAbsent(plain);
        saveRevisions(revisions);
        outbound.change(received);
    }

    /** After a redelivery many of them exist. */
    private void insertAbsent(Map<String, EngagementReceived> received) {
        var stored = engagements.findIds(received.keySet());
        var writes = new BulkWrites();
        received.forEach((id, each) -> {
            if (!stored.contains(id)) {
                writes.insertIfAbsent(EngagementDocument.write(each).append("_id", id));
            }
        });
        engagements.write(writes);
    }

    /** Compares and sets until each stored revision is at least as high: another instance may write the same engagements. */
    private void saveRevisions(Map<String, EngagementReceived> revisions) {
        for (var attempt = 0; !revisions.isEmpty(); attempt++) {
            if (attempt == MAX_ATTEMPTS) {
                throw new IllegalStateException(revisions.size() + " revisions of engagements could not be written");
            }
            var stored = new HashMap<String, Document>();
            engagements.find(revisions.keySet()).forEach(each -> stored.put(each.getString("_id"), each));
            revisions.entrySet().removeIf(each -> isReplacedBy(each.getValue(), stored.get(each.getKey())));
            var writes = new BulkWrites();
            revisions.forEach(
                    (id, each) -> writeRevision(writes, EngagementDocument.writeRevision(each), stored.get(id)));
            engagements.write(writes);
        }
    }

    private static void writeRevision(BulkWrites writes, Document revision, @Nullable Document stored) {
        if (stored == null) {
            writes.insertIfAbsent(revision);
        } else {
            writes.replaceIf(EngagementDocument.REVISION, stored.getLong(EngagementDocument.REVISION), revision);
        }
    }

    private static boolean isReplacedBy(EngagementReceived revision, @Nullable Document stored) {
        return stored != null && EngagementDocument.rank(stored) >= revision.revisionRank();
    }

    private static EngagementReceived higher(EngagementReceived kept, EngagementReceived next) {
        return next.revisionRank() > kept.revisionRank() ? next : kept;
    }

    @Override
    public Optional<TimelineEntry> find(BrandKey brand, UUID engagement) {
        return engagements
                .find(brand.key(engagement.toString()))
                .filter(found -> !isWithdrawn(found))
                .map(EngagementDocument::read);
    }

    @Override
    public Set<UUID> findKnown(BrandKey brand, Collection<UUID> ids) {
        return engagements.find(ids.stream().map(id -> brand.key(id.toString())).toList()).stream()
                .filter(found -> !isWithdrawn(found))
                .map(EngagementDocument::engagement)
                .collect(Collectors.toSet());
    }

    private static boolean isWithdrawn(Document document) {
        return Boolean.TRUE.equals(document.getBoolean(EngagementDocument.WITHDRAWN));
    }

    @Override
    public List<TimelineEntry> findTimeline(BrandKey brand, Collection<HandleKey> handles, TimelineQuery query) {
        return find(filter(brand, handles, query), EngagementRangeQueries.HANDLE_INDEX)
                .sort(NEWEST_FIRST.sort())
                .limit(query.limit())
                .map(EngagementDocument::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<TimelineEntry> findInboundAt(BrandKey brand, Collection<HandleKey> handles, Collection<Instant> times) {
        var at = times.stream().map(Instant::toEpochMilli).distinct().toList();
        var filter = and(
                ofHandles(brand, handles),
                in(EngagementDocument.OCCURRED_AT, at),
                eq(EngagementDocument.DIRECTION, Direction.INBOUND.name()));
        return find(filter, EngagementRangeQueries.HANDLE_INDEX)
                .map(EngagementDocument::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<TimelineEntry> findInRange(BrandKey brand, Collection<HandleKey> handles, EngagementRange range) {
        if (handles.isEmpty()) {
            return List.of();
        }
        return find(ofHandles(brand, handles, range), EngagementRangeQueries.handleIndex(range))
                .sort(EngagementRangeQueries.NEWEST_FIRST)
                .limit(range.limit())
                .map(EngagementDocument::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<TimelineEntry> findNewestTexts(BrandKey brand, Collection<HandleKey> handles, EngagementRange range) {
        var found = new ArrayList<TimelineEntry>();
        for (var handle : handles) {
            var filter = and(ofHandles(brand, List.of(handle), range), exists(EngagementDocument.TEXT));
            find(filter, EngagementRangeQueries.HANDLE_INDEX)
                    .sort(EngagementRangeQueries.NEWEST_FIRST)
                    .limit(range.limit())
                    .map(EngagementDocument::read)
                    .into(found);
        }
        return found;
    }

    @Override
    public List<ChannelContact> findContacts(
            BrandKey brand, Collection<HandleKey> handles, Instant from, Instant to, int limit) {
        if (handles.isEmpty()) {
            return List.of();
        }
        var inbound = new EngagementRange(Direction.INBOUND, null, from, to, limit);
        return find(
                        and(ofHandles(brand, handles, inbound), exists(EngagementDocument.BRAND_TIME)),
                        EngagementRangeQueries.HANDLE_INDEX)
                .sort(EngagementRangeQueries.NEWEST_FIRST)
                .limit(limit)
                .map(EngagementDocument::readContact)
                .into(new ArrayList<>());
    }

    @Override
    public List<TimelineEntry> findThanks(BrandKey brand, Instant from, Instant to, int limit) {
        return find(EngagementRangeQueries.thanks(brand, from, to), EngagementRangeQueries.THANKS_INDEX)
                .sort(descending(EngagementDocument.BRAND_TIME))
                .limit(limit)
                .map(EngagementDocument::read)
                .into(new ArrayList<>());
    }

    @Override
    public Map<HandleKey, Map<String, Long>> countByStaff(
            BrandKey brand, Collection<HandleKey> handles, Instant from, Instant to) {
        var counts = new HashMap<HandleKey, Map<String, Long>>();
        if (handles.isEmpty()) {
            return counts;
        }
        var filter = and(
                ofHandles(brand, handles),
                gte(EngagementDocument.OCCURRED_AT, from.toEpochMilli()),
                lt(EngagementDocument.OCCURRED_AT, to.toEpochMilli()),
                eq(EngagementDocument.DIRECTION, Direction.OUTBOUND.name()));
        var handleAndStaff = new Document(EngagementDocument.HANDLE, "$" + EngagementDocument.HANDLE)
                .append(EngagementDocument.STAFF, "$" + EngagementDocument.STAFF);
        engagements
                .driver()
                .aggregate(List.of(match(filter), group(handleAndStaff, sum(COUNT, 1L))))
                .hint(EngagementRangeQueries.HANDLE_INDEX)
                .forEach(found -> {
                    var key = found.get("_id", Document.class);
                    var staff = key.getString(EngagementDocument.STAFF);
                    if (staff != null) {
                        counts.computeIfAbsent(
                                        HandleKey.of(key.getString(EngagementDocument.HANDLE)),
                                        handle -> new HashMap<>())
                                .put(staff, found.getLong(COUNT));
                    }
                });
        return counts;
    }

    /** Without the event, which entries of a timeline do not need. */
    private FindIterable<Document> find(Bson filter, Bson index) {
        return engagements.driver().find(filter).hint(index).projection(exclude(EngagementDocument.EVENT));
    }

    @Override
    public List<SpokenMessage> findSpoken(BrandKey brand, Instant from, Instant until, int limit) {
        var filter = and(
                gte(EngagementDocument.SPOKEN, EngagementDocument.timeKey(brand, from)),
                lt(EngagementDocument.SPOKEN, EngagementDocument.timeKey(brand, until)));
        return engagements
                .driver()
                .find(filter)
                .sort(descending(EngagementDocument.SPOKEN))
                .limit(limit)
                .map(found -> new SpokenMessage(
                        EngagementDocument.read(found),
                        EngagementDocument.readEvent(found)
                                .map(EngagementReceived::object)
                                .orElse(null)))
                .into(new ArrayList<>());
    }

    @Override
    public List<EngagementReceived> findListed(
            BrandKey brand, EngagementListing listing, Instant from, Instant until, int limit) {
        var found = new ArrayList<EngagementReceived>();
        engagements
                .driver()
                .find(EngagementRangeQueries.listed(brand, listing, from, until))
                .hint(EngagementRangeQueries.LISTED_INDEX)
                .projection(include(EngagementDocument.EVENT))
                .sort(descending(EngagementDocument.LISTED))
                .limit(limit)
                .forEach(each -> EngagementDocument.readEvent(each).ifPresent(found::add));
        return found;
    }

    @Override
    public List<UUID> findIds(BrandKey brand, HandleKey handle, int limit) {
        return engagements
                .driver()
                .find(ofHandles(brand, List.of(handle)))
                .hint(EngagementRangeQueries.HANDLE_INDEX)
                .projection(include("_id"))
                .limit(limit)
                .map(EngagementDocument::engagement)
                .into(new ArrayList<>());
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> ids) {
        var deleted = engagements.delete(
                ids.stream().map(id -> brand.key(id.toString())).toList());
        outbound.clear(brand);
        return deleted;
    }

    @Override
    public void forEach(BrandKey brand, HandleKey handle, Consumer<EngagementReceived> each) {
        engagements
                .driver()
                .find(and(ofHandles(brand, List.of(handle)), NOT_WITHDRAWN))
                .hint(EngagementRangeQueries.HANDLE_INDEX)
                .sort(ascending(EngagementDocument.OCCURRED_AT))
                .forEach(found -> EngagementDocument.readEvent(found).ifPresent(each));
    }

    private static Bson filter(BrandKey brand, Collection<HandleKey> handles, TimelineQuery query) {
        var all = new ArrayList<Bson>();
        all.add(ofHandles(brand, handles));
        all.add(NOT_WITHDRAWN);
        if (query.direction() != null) {
            all.add(eq(EngagementDocument.DIRECTION, query.direction().name()));
        }
        if (query.kind() != null) {
            all.add(eq(EngagementDocument.KIND, query.kind().name()));
        }
        var after = query.after();
        if (after != null) {
            all.add(NEWEST_FIRST.after(
                    after.occurredAt().toEpochMilli(), brand.key(after.id().toString())));
        }
        return and(all);
    }
}
