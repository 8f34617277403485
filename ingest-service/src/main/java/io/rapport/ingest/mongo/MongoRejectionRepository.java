package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Stores rejections as documents {@code {_id: brand and sort key, code, event}}, so that a page of a brand's rejections is a
 * range of ids. The event has the field names of its topic.
 */
public final class MongoRejectionRepository implements RejectionRepository {

    private static final int CHUNK_SIZE = 500;

    private final BrandCollection collection;

    /** Creates a repository on a collection. */
    public MongoRejectionRepository(MongoCollection<Document> collection) {
        this.collection = new BrandCollection(collection);
    }

    @Override
    public void createIndexes() {
        collection.createIndex(Indexes.compoundIndex(Indexes.ascending("code"), Indexes.descending("_id")));
    }

    @Override
    public void saveAll(List<EngagementRejected> rejections) {
        var writes = new BulkWrites();
        rejections.forEach(rejection -> writes.replace(document(rejection)));
        collection.write(writes);
    }

    @Override
    public List<EngagementRejected> find(
            BrandKey brand, @Nullable RejectionCode code, @Nullable String after, int limit) {
        var before = after == null ? brand.rangeEnd() : brand.rangeStart() + after;
        var earlier = lt("_id", before);
        return collection
                .find(brand, code == null ? earlier : and(eq("code", code.name()), earlier))
                .sort(Indexes.descending("_id"))
                .limit(limit)
                .map(MongoRejectionRepository::event)
                .into(new ArrayList<>());
    }

    @Override
    public List<EngagementRejected> find(BrandKey brand, Collection<UUID> ids) {
        return collection
                .find(brand, in("event.id", ids.stream().map(UUID::toString).toList()))
                .map(MongoRejectionRepository::event)
                .into(new ArrayList<>());
    }

    @Override
    public void removeAll(List<EngagementRejected> rejected) {
        collection.delete(rejected.stream().map(MongoRejectionRepository::id).toList());
    }

    @Override
    public long removeIf(BrandKey brand, Predicate<EngagementRejected> predicate) {
        var ids = new ArrayList<String>();
        collection.forEachChunk(
                brand,
                CHUNK_SIZE,
                chunk -> chunk.stream()
                        .filter(document -> predicate.test(event(document)))
                        .map(document -> document.getString("_id"))
                        .forEach(ids::add));
        return collection.delete(ids);
    }

    private static EngagementRejected event(Document document) {
        return EventDocumentMapper.read(document, "event", EngagementRejected.class);
    }

    private static String id(EngagementRejected rejection) {
        var brand = new BrandKey(rejection.agency(), rejection.brand());
        return brand.rangeStart() + RejectionRepository.sortKey(rejection);
    }

    private static Document document(EngagementRejected rejection) {
        return new Document("_id", id(rejection))
                .append("code", rejection.code().name())
                .append("event", EventDocumentMapper.write(rejection));
    }
}
