package io.rapport.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import io.rapport.contracts.BrandKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents' {@code _id}s begin with the key of their brand. Every read and write of more than one document
 * is scoped to a brand or to given ids, except for the methods named {@code …InAllBrands}.
 */
public final class BrandCollection {

    private static final long INDEX_HOURS = 1;

    private final MongoCollection<Document> collection;

    /** The brand-scoped view of a collection. */
    public BrandCollection(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** The document with an {@code _id}. */
    public Optional<Document> find(String id) {
        return Optional.ofNullable(collection.find(Filters.eq(id)).first());
    }

    /** The documents with these ids, in no order; ids that do not exist are left out. */
    public List<Document> find(Collection<String> ids) {
        return find(ids, new Document());
    }

    /** As {@link #find(Collection)}, with some fields only. */
    public List<Document> find(Collection<String> ids, Bson projection) {
        var found = new ArrayList<Document>();
        EmbeddedStoreWorkarounds.chunks(ids)
                .forEach(chunk -> collection
                        .find(Filters.in("_id", chunk))
                        .projection(projection)
                        .into(found));
        return found;
    }

    /** Those of the ids of which a document exists. */
    public Set<String> findIds(Collection<String> ids) {
        return find(ids, Projections.include("_id")).stream()
                .map(document -> document.getString("_id"))
                .collect(Collectors.toSet());
    }

    /** A brand's documents. */
    public FindIterable<Document> find(BrandKey brand) {
        return collection.find(range(brand));
    }

    /** A brand's documents that match a filter. */
    public FindIterable<Document> find(BrandKey brand, Bson filter) {
        return collection.find(within(brand, filter));
    }

    /** The documents of all brands that match a filter. */
    public FindIterable<Document> findInAllBrands(Bson filter) {
        return collection.find(filter);
    }

    /**
     * A page of a brand's documents in ascending order of {@code _id} (keyset paging).
     *
     * @param after the {@code _id} the page begins after; null for the first page
     */
    public FindIterable<Document> page(BrandKey brand, @Nullable String after, int limit) {
        var range = Filters.and(
                after == null ? Filters.gte("_id", brand.rangeStart()) : Filters.gt("_id", after),
                Filters.lt("_id", brand.rangeEnd()));
        return collection.find(range).sort(Indexes.ascending("_id")).limit(limit);
    }

    /**
     * A page of a brand's documents in descending order of {@code _id} (keyset paging).
     *
     * @param before the {@code _id} the page begins before; null for the first page
     */
    public FindIterable<Document> pageDescending(BrandKey brand, @Nullable String before, int limit) {
        var range = Filters.and(
                Filters.gte("_id", brand.rangeStart()), Filters.lt("_id", before == null ? brand.rangeEnd() : before));
        return collection.find(range).sort(Indexes.descending("_id")).limit(limit);
    }

    /** Passes a brand's documents on in chunks, in no order. */
    public void forEachChunk(BrandKey brand, int size, Consumer<List<Document>> action) {
        forEachChunk(range(brand), size, action);
    }

    /** Passes the documents of all brands on in chunks, in no order. */
    public void forEachChunkInAllBrands(int size, Consumer<List<Document>> action) {
        forEachChunk(Filters.empty(), size, action);
    }

    /** Inserts a document; returns false if its {@code _id} exists. */
    public boolean insert(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Compare-and-set: replaces the document with the same {@code _id} if a field has the expected value. */
    public boolean replaceIf(String field, Object expected, Document document) {
        var filter = EmbeddedStoreWorkarounds.compareAndSetFilter(document.getString("_id"), field, expected);
        return collection.replaceOne(filter, document).getMatchedCount() == 1;
    }

    /** Compare-and-set: updates a document if a field has the expected value. */
    public boolean updateIf(String id, String field, Object expected, Bson update) {
        var filter = EmbeddedStoreWorkarounds.compareAndSetFilter(id, field, expected);
        return collection.updateOne(filter, update).getMatchedCount() == 1;
    }

    /** Compare-and-set: deletes a document if a field has the expected value. */
    public boolean deleteIf(String id, String field, Object expected) {
        var filter = EmbeddedStoreWorkarounds.compareAndSetFilter(id, field, expected);
        return collection.deleteOne(filter).getDeletedCount() == 1;
    }

    /** Writes a batch; see {@link BulkWrites#writeTo}. */
    public int write(BulkWrites writes) {
        return writes.writeTo(collection);
    }

    /**
     * Sets the states of documents as {@link BulkWrites#replaceStateIfNewer} does, for states of which most are of new documents:
     * these are inserted, which takes MongoDB a fifth of the time of an upsert.
     *
     * @param states by {@code _id}
     */
    public void insertOrReplaceStates(Map<String, SequencedState> states) {
        var stored = findIds(states.keySet());
        var writes = new BulkWrites();
        states.forEach((id, state) -> {
            if (stored.contains(id)) {
                writes.replaceStateIfNewer(id, state.sequence(), state.state());
            } else {
                writes.insertIfAbsent(EmbeddedStoreWorkarounds.stateDocument(state.sequence(), state.state())
                        .append("_id", id));
            }
        });
        if (writes.write(collection).hasDuplicates()) {
            // Another instance has inserted some of them since, perhaps with older states.
            var again = new BulkWrites();
            states.forEach((id, state) -> again.replaceStateIfNewer(id, state.sequence(), state.state()));
            again.write(collection);
        }
    }

    /** A state with its sequence, which is the higher the newer it is. */
    public record SequencedState(long sequence, Document state) {}

    /** Updates the documents with these ids. */
    public void update(Collection<String> ids, Bson update) {
        if (!ids.isEmpty()) {
            collection.updateMany(Filters.in("_id", ids), update);
        }
    }

    /** Deletes the documents with these ids; returns how many existed. */
    public long delete(Collection<String> ids) {
        return ids.isEmpty() ? 0 : collection.deleteMany(Filters.in("_id", ids)).getDeletedCount();
    }

    /** Deletes the documents with these ids that match a filter; returns how many did. */
    public long delete(Collection<String> ids, Bson filter) {
        return ids.isEmpty()
                ? 0
                : collection
                        .deleteMany(Filters.and(Filters.in("_id", ids), filter))
                        .getDeletedCount();
    }

    /** Deletes a brand's documents that match a filter; returns how many did. */
    public long delete(BrandKey brand, Bson filter) {
        return collection.deleteMany(within(brand, filter)).getDeletedCount();
    }

    /** Creates an index on ascending fields, unless it exists. */
    public void createIndex(String... fields) {
        createIndex(Indexes.ascending(fields));
    }

    /** Creates an index, unless it exists. */
    public void createIndex(Bson keys) {
        createIndex(keys, new IndexOptions());
    }

    /** Creates an index, unless it exists. */
    public void createIndex(Bson keys, IndexOptions options) {
        indexing().createIndex(keys, options);
    }

    /** Creates an index on one field that leaves out documents without it, unless it exists. */
    public void createSparseIndex(String field) {
        createIndex(Indexes.ascending(field), new IndexOptions().sparse(true));
    }

    /** Creates the index that makes a compare-and-set on a field fast in the embedded store, too. */
    public void createCompareAndSetIndex(String field) {
        EmbeddedStoreWorkarounds.createCompareAndSetIndex(indexing(), field);
    }

    /** The driver's collection, for what is not offered here: aggregations, projections and other indexes. */
    public MongoCollection<Document> driver() {
        return collection;
    }

    /** A filter for a brand's documents by the range of their ids. */
    public static Bson range(BrandKey brand) {
        return Filters.and(Filters.gte("_id", brand.rangeStart()), Filters.lt("_id", brand.rangeEnd()));
    }

    private static Bson within(BrandKey brand, Bson filter) {
        return Filters.and(Filters.gte("_id", brand.rangeStart()), Filters.lt("_id", brand.rangeEnd()), filter);
    }

    /** On a large collection an index takes longer than other operations may. */
    private MongoCollection<Document> indexing() {
        return collection.withTimeout(INDEX_HOURS, TimeUnit.HOURS);
    }

    private void forEachChunk(Bson filter, int size, Consumer<List<Document>> action) {
        // The time limit applies to each batch; the default is that of the whole cursor.
        var limited = collection.withTimeout(MongoClientConfiguration.OPERATION_SECONDS, TimeUnit.SECONDS);
        try (var cursor = limited.find(filter)
                .timeoutMode(TimeoutMode.ITERATION)
                .batchSize(size)
                .cursor()) {
            var chunk = new ArrayList<Document>(size);
            while (cursor.hasNext()) {
                chunk.add(cursor.next());
                if (chunk.size() == size || !cursor.hasNext()) {
                    action.accept(List.copyOf(chunk));
                    chunk.clear();
                }
            }
        }
    }
}
