package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Keeps rejections as documents whose {@code _id} is the brand and the place, so that a brand's stand in order. */
public final class MongoRejectionRepository implements RejectionRepository {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    /** Keeps rejections in a collection. */
    public MongoRejectionRepository(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public void createIndexes() {
        collection.createIndex(Indexes.compoundIndex(Indexes.ascending("code"), Indexes.descending("_id")));
    }

    @Override
    public void saveAll(List<EngagementRejected> rejected) {
        var writes = rejected.stream()
                .map(MongoRejectionRepository::document)
                .map(document -> new ReplaceOneModel<>(eq("_id", document.getString("_id")), document, UPSERT))
                .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    @Override
    public List<EngagementRejected> find(
            BrandKey brand, @Nullable RejectionCode code, @Nullable String after, int limit) {
        var end = after == null ? brand.rangeEnd() : brand.rangeStart() + after;
        var range = and(gte("_id", brand.rangeStart()), lt("_id", end));
        return collection
                .find(code == null ? range : and(eq("code", code.name()), range))
                .sort(NEWEST_FIRST)
                .limit(limit)
                .map(document -> EventDocumentMapper.read(document, "event", EngagementRejected.class))
                .into(new ArrayList<>());
    }

    @Override
    public long removeIf(BrandKey brand, Predicate<EngagementRejected> chosen) {
        var ids = new ArrayList<String>();
        collection
                .find(and(gte("_id", brand.rangeStart()), lt("_id", brand.rangeEnd())))
                .forEach(document -> {
                    if (chosen.test(EventDocumentMapper.read(document, "event", EngagementRejected.class))) {
                        ids.add(document.getString("_id"));
                    }
                });
        return ids.isEmpty() ? 0 : collection.deleteMany(in("_id", ids)).getDeletedCount();
    }

    private static final Bson NEWEST_FIRST = new Document("_id", -1);

    private static Document document(EngagementRejected rejected) {
        var brand = new BrandKey(rejected.agency(), rejected.brand());
        return new Document("_id", brand.rangeStart() + RejectionRepository.sortKey(rejected))
                .append("code", rejected.code().name())
                .append("event", EventDocumentMapper.write(rejected));
    }
}
