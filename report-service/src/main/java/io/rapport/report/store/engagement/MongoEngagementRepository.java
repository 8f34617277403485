package io.rapport.report.store.engagement;

import io.rapport.report.store.bson.VersionedUpserts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Engagements, one document each, found by handle and time. */
public final class MongoEngagementRepository implements EngagementRepository {

    private final MongoCollection<Document> engagements;

    public MongoEngagementRepository(MongoDatabase database) {
        this.engagements = database.getCollection("engagements");
    }

    public void createIndexes() {
        engagements.createIndex(Indexes.compoundIndex(
                Indexes.ascending(EngagementDocument.HANDLE),
                Indexes.descending(EngagementDocument.AT),
                Indexes.ascending("_id")));
    }

    @Override
    public void saveIfAbsent(BrandKey brand, Collection<EngagementReceived> received) {
        var upserts = new VersionedUpserts();
        for (var each : received) {
            var atFirst = new Document("$setOnInsert", EngagementDocument.write(each));
            upserts.always(EngagementDocument.id(each), atFirst);
        }
        upserts.writeTo(engagements);
    }

    @Override
    public Optional<TimelineEntry> find(BrandKey brand, UUID engagement) {
        var found =
                engagements.find(eq("_id", brand.key(engagement.toString()))).first();
        return Optional.ofNullable(found).map(EngagementDocument::read);
    }

    @Override
    public List<TimelineEntry> findTimeline(BrandKey brand, Collection<HandleKey> handles, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        engagements
                .find(filter(brand, handles, query))
                .projection(exclude(EngagementDocument.WHOLE))
                .sort(orderBy(descending(EngagementDocument.AT), ascending("_id")))
                .limit(query.limit())
                .forEach(each -> entries.add(EngagementDocument.read(each)));
        return entries;
    }

    @Override
    public List<UUID> findIds(BrandKey brand, HandleKey handle, int limit) {
        return engagements
                .find(in(EngagementDocument.HANDLE, keys(brand, List.of(handle))))
                .projection(include("_id"))
                .limit(limit)
                .map(EngagementDocument::engagement)
                .into(new ArrayList<>());
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> gone) {
        var ids = gone.stream().map(id -> brand.key(id.toString())).toList();
        return engagements.deleteMany(in("_id", ids)).getDeletedCount();
    }

    @Override
    public void forEach(BrandKey brand, HandleKey handle, Consumer<EngagementReceived> each) {
        engagements
                .find(in(EngagementDocument.HANDLE, keys(brand, List.of(handle))))
                .sort(ascending(EngagementDocument.AT))
                .forEach(found -> EngagementDocument.readEvent(found).ifPresent(each));
    }

    private static Bson filter(BrandKey brand, Collection<HandleKey> handles, TimelineQuery query) {
        var all = new ArrayList<Bson>();
        all.add(in(EngagementDocument.HANDLE, keys(brand, handles)));
        if (query.direction() != null) {
            all.add(eq(EngagementDocument.DIRECTION, query.direction().name()));
        }
        if (query.kind() != null) {
            all.add(eq(EngagementDocument.KIND, query.kind().name()));
        }
        var after = query.after();
        if (after != null) {
            var at = after.occurredAt().toEpochMilli();
            var sameTime = and(
                    eq(EngagementDocument.AT, at),
                    gt("_id", brand.key(after.id().toString())));
            all.add(or(lt(EngagementDocument.AT, at), sameTime));
        }
        return and(all);
    }

    private static List<String> keys(BrandKey brand, Collection<HandleKey> handles) {
        return handles.stream()
                .filter(handle -> handle.brand().equals(brand))
                .map(HandleKey::key)
                .toList();
    }
}
