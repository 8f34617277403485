package io.rapport.report.store.engagement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.mongo.KeysetOrder;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Engagements in the collection {@code engagements}, one document each, indexed by handle and time. */
public final class MongoEngagementRepository implements EngagementRepository {

    private static final KeysetOrder NEWEST_FIRST = new KeysetOrder(EngagementDocument.OCCURRED_AT, true, "_id");

    private final BrandCollection engagements;

    /** The repository of a database. */
    public MongoEngagementRepository(MongoDatabase database) {
        this.engagements = new BrandCollection(database.getCollection("engagements"));
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        engagements.createIndex(Indexes.compoundIndex(
                Indexes.ascending(EngagementDocument.HANDLE),
                Indexes.descending(EngagementDocument.OCCURRED_AT),
                Indexes.ascending("_id")));
    }

    @Override
    public void saveIfAbsent(BrandKey brand, Collection<EngagementReceived> received) {
        var writes = new BulkWrites();
        for (var each : received) {
            // Not an insert: duplicate keys are common after a redelivery, and errors are slow.
            writes.upsert(EngagementDocument.id(each), new Document("$setOnInsert", EngagementDocument.write(each)));
        }
        engagements.write(writes);
    }

    @Override
    public Optional<TimelineEntry> find(BrandKey brand, UUID engagement) {
        return engagements.find(brand.key(engagement.toString())).map(EngagementDocument::read);
    }

    @Override
    public List<TimelineEntry> findTimeline(BrandKey brand, Collection<HandleKey> handles, TimelineQuery query) {
        return engagements
                .driver()
                .find(filter(brand, handles, query))
                .projection(exclude(EngagementDocument.EVENT))
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
        return engagements
                .driver()
                .find(filter)
                .projection(exclude(EngagementDocument.EVENT))
                .map(EngagementDocument::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<UUID> findIds(BrandKey brand, HandleKey handle, int limit) {
        return engagements
                .driver()
                .find(ofHandles(brand, List.of(handle)))
                .projection(include("_id"))
                .limit(limit)
                .map(EngagementDocument::engagement)
                .into(new ArrayList<>());
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> ids) {
        return engagements.delete(
                ids.stream().map(id -> brand.key(id.toString())).toList());
    }

    @Override
    public void forEach(BrandKey brand, HandleKey handle, Consumer<EngagementReceived> each) {
        engagements
                .driver()
                .find(ofHandles(brand, List.of(handle)))
                .sort(ascending(EngagementDocument.OCCURRED_AT))
                .forEach(found -> EngagementDocument.readEvent(found).ifPresent(each));
    }

    private static Bson filter(BrandKey brand, Collection<HandleKey> handles, TimelineQuery query) {
        var all = new ArrayList<Bson>();
        all.add(ofHandles(brand, handles));
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

    private static Bson ofHandles(BrandKey brand, Collection<HandleKey> handles) {
        var keys = handles.stream()
                .filter(handle -> handle.brand().equals(brand))
                .map(HandleKey::key)
                .toList();
        return in(EngagementDocument.HANDLE, keys);
    }
}
