package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Stores rejections as documents {@code {_id: agency|connection|id, order, at, code, account, event}}. A connection is the range
 * of ids that a brand is in other collections: both are named within their agency.
 */
public final class MongoDeliveryRejectionRepository implements DeliveryRejectionRepository {

    private static final String ORDER = "order";

    private final BrandCollection collection;

    /** Creates a repository on a collection. */
    public MongoDeliveryRejectionRepository(MongoCollection<Document> collection) {
        this.collection = new BrandCollection(collection);
    }

    @Override
    public void createIndexes() {
        collection.createIndex(Indexes.descending(ORDER));
        collection.createIndex(Indexes.ascending("at"));
    }

    @Override
    public void saveAll(Collection<DeliveryRejected> rejected) {
        if (!rejected.isEmpty()) {
            var writes = new BulkWrites();
            rejected.forEach(each -> writes.replace(document(each)));
            collection.write(writes);
        }
    }

    @Override
    public void deleteAll(Collection<String> keys) {
        collection.delete(keys);
    }

    @Override
    public void deleteBefore(Instant time) {
        var ids = collection.findInAllBrands(lt("at", time.toEpochMilli())).map(document -> document.getString("_id"));
        collection.delete(ids.into(new ArrayList<>()));
    }

    @Override
    public List<DeliveryRejected> find(ConnectionKey connection, Filter filter, @Nullable String after, int limit) {
        var conditions = new ArrayList<Bson>();
        conditions.add(lt(ORDER, after == null ? "g" : after));
        if (filter.code() != null) {
            conditions.add(eq("code", filter.code().name()));
        }
        if (filter.account() != null) {
            conditions.add(eq("account", filter.account()));
        }
        return collection
                .find(scope(connection), and(conditions))
                .sort(Indexes.descending(ORDER))
                .limit(limit)
                .map(MongoDeliveryRejectionRepository::event)
                .into(new ArrayList<>());
    }

    @Override
    public List<DeliveryRejected> find(ConnectionKey connection, Collection<UUID> ids) {
        return collection
                .find(ids.stream().map(id -> connection.key(id.toString())).toList())
                .stream()
                .map(MongoDeliveryRejectionRepository::event)
                .toList();
    }

    private static BrandKey scope(ConnectionKey connection) {
        return new BrandKey(connection.agency(), connection.connection());
    }

    private static DeliveryRejected event(Document document) {
        return EventDocumentMapper.read(document, "event", DeliveryRejected.class);
    }

    private static Document document(DeliveryRejected rejected) {
        return new Document("_id", rejected.connectionKey().key(rejected.id().toString()))
                .append(ORDER, DeliveryRejectionRepository.sortKey(rejected))
                .append("at", rejected.rejectedAt().toEpochMilli())
                .append("code", rejected.code().name())
                .append("account", rejected.account())
                .append("event", EventDocumentMapper.write(rejected));
    }
}
