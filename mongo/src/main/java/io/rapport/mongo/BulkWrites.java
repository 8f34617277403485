package io.rapport.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A batch of writes by {@code _id}, sent as one unordered bulk write. Each of them is idempotent, so that a batch may be
 * written again after a failure.
 */
public final class BulkWrites {

    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPDATE_OR_INSERT = new UpdateOptions().upsert(true);
    private static final ReplaceOptions REPLACE_OR_INSERT = new ReplaceOptions().upsert(true);

    private final List<WriteModel<Document>> writes = new ArrayList<>();

    /**
     * Inserts a document unless its {@code _id} exists. Where many of them may exist, leave those out before: each is an error of the
     * server, which is slow.
     */
    public BulkWrites insertIfAbsent(Document document) {
        writes.add(new InsertOneModel<>(document));
        return this;
    }

    /** Replaces the document with the same {@code _id}, or inserts it. */
    public BulkWrites replace(Document document) {
        writes.add(new ReplaceOneModel<>(Filters.eq(document.get("_id")), document, REPLACE_OR_INSERT));
        return this;
    }

    /** Compare-and-set: replaces the document with the same {@code _id} if a field has the expected value. */
    public BulkWrites replaceIf(String field, Object expected, Document document) {
        writes.add(new ReplaceOneModel<>(
                EmbeddedStoreWorkarounds.compareAndSetFilter(document.getString("_id"), field, expected), document));
        return this;
    }

    /** Updates the document with the id; without effect if there is none. */
    public BulkWrites update(String id, Bson update) {
        writes.add(new UpdateOneModel<>(Filters.eq("_id", id), update));
        return this;
    }

    /** Compare-and-set: updates a document if a field has the expected value. */
    public BulkWrites updateIf(String id, String field, Object expected, Bson update) {
        writes.add(new UpdateOneModel<>(EmbeddedStoreWorkarounds.compareAndSetFilter(id, field, expected), update));
        return this;
    }

    /** Sets the state of a document if its sequence is higher than the stored one, or inserts it. */
    public BulkWrites replaceStateIfNewer(String id, long sequence, Document state) {
        return upsert(id, EmbeddedStoreWorkarounds.replaceStateIfNewer(sequence, state));
    }

    /** As {@link #replaceStateIfNewer(String, long, Document)}; sets further fields if the document is inserted. */
    public BulkWrites replaceStateIfNewer(String id, long sequence, Document state, Document onInsert) {
        return upsert(
                id,
                EmbeddedStoreWorkarounds.replaceStateIfNewer(sequence, state).append("$setOnInsert", onInsert));
    }

    /** Updates or inserts a document. The update must be idempotent and commutative, such as {@code $set}, {@code $max}. */
    public BulkWrites upsert(String id, Bson update) {
        writes.add(new UpdateOneModel<>(Filters.eq(id), update, UPDATE_OR_INSERT));
        return this;
    }

    /** Deletes a document. */
    public BulkWrites delete(String id) {
        writes.add(new DeleteOneModel<>(Filters.eq(id)));
        return this;
    }

    /** The batch in parts of nearly the same size, at least {@code minSize} writes each, or the whole batch if that is smaller. */
    List<BulkWrites> split(int maxParts, int minSize) {
        var parts = Math.max(1, Math.min(maxParts, writes.size() / minSize));
        var split = new ArrayList<BulkWrites>();
        for (var i = 0; i < parts; i++) {
            var part = new BulkWrites();
            part.writes.addAll(writes.subList(writes.size() * i / parts, writes.size() * (i + 1) / parts));
            split.add(part);
        }
        return split;
    }

    /** Whether the batch is empty. */
    public boolean isEmpty() {
        return writes.isEmpty();
    }

    /**
     * Writes the batch.
     *
     * @return the number of existing documents that matched; with compare-and-set, fewer than the batch's size when some had
     *     changed meanwhile. Inserts whose {@code _id} exists are ignored
     */
    public int writeTo(MongoCollection<Document> collection) {
        return write(collection).matched;
    }

    /** The number of existing documents that matched, and whether the {@code _id} of an insert existed. */
    record Outcome(int matched, boolean hasDuplicates) {}

    Outcome write(MongoCollection<Document> collection) {
        if (writes.isEmpty()) {
            return new Outcome(0, false);
        }
        try {
            return new Outcome(collection.bulkWrite(writes, UNORDERED).getMatchedCount(), false);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
            return new Outcome(e.getWriteResult().getMatchedCount(), true);
        }
    }
}
