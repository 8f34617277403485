package io.rapport.identity.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.WriteModel;
import io.rapport.messaging.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** How documents are written. */
final class BulkWrites {

    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private BulkWrites() {}

    /** Writes all; an {@code _id} that is there already, or there in a newer state, stays as it is. */
    static void insertIfAbsent(MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(writes, IN_ANY_ORDER);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    static BulkWriteResult execute(MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
        return writes.isEmpty()
                ? BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of())
                : collection.bulkWrite(writes, IN_ANY_ORDER);
    }

    static InsertOneModel<Document> insert(Document document) {
        return new InsertOneModel<>(document);
    }

    /** The document with an {@code _id}, if a field of it has a value. {@link #createUniqueIndex} makes this fast everywhere. */
    static Document matching(String id, String field, long value) {
        return new Document("_id", id).append(field, value);
    }

    /**
     * An index for {@link #matching}. The embedded store looks only into unique indexes, and only into one of exactly the
     * fields asked for; without it each such write is a scan there.
     */
    static void createUniqueIndex(MongoCollection<Document> collection, String field) {
        collection.createIndex(Indexes.ascending("_id", field), new IndexOptions().unique(true));
    }

    static <T> String toJson(JsonSerde<T> serde, T value) {
        return new String(Objects.requireNonNull(serde.write(value)), StandardCharsets.UTF_8);
    }

    static <T> T fromJson(JsonSerde<T> serde, Document document, String field) {
        return Objects.requireNonNull(serde.read(document.getString(field).getBytes(StandardCharsets.UTF_8)));
    }
}
