package io.rapport.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Everything that is done only for the embedded store (mongo-java-server), which is in memory and uses no index but unique
 * ones. None of it does harm on MongoDB itself.
 */
public final class EmbeddedStoreWorkarounds {

    private static final int MAX_IDS = 200;
    private static final String STATE = "s";
    private static final String SEQUENCE = "q";

    private EmbeddedStoreWorkarounds() {}

    /**
     * Splits ids for {@code $in}: the embedded store compares each document it finds with each id, so that ten times as many
     * ids take a hundred times as long.
     */
    static List<List<String>> chunks(Collection<String> ids) {
        var all = List.copyOf(ids);
        var chunks = new ArrayList<List<String>>();
        for (var from = 0; from < all.size(); from += MAX_IDS) {
            chunks.add(all.subList(from, Math.min(all.size(), from + MAX_IDS)));
        }
        return chunks;
    }

    /**
     * The filter of a compare-and-set: the document with an {@code _id}, if a field has a value. The embedded store finds it
     * by index only with {@link #createCompareAndSetIndex}, and scans otherwise.
     */
    static Bson compareAndSetFilter(String id, String field, Object expected) {
        return new Document("_id", id).append(field, expected);
    }

    /** Creates the index for {@link #compareAndSetFilter}: unique, and on exactly the fields of the filter. */
    static void createCompareAndSetIndex(MongoCollection<Document> collection, String field) {
        collection.createIndex(Indexes.ascending("_id", field), new IndexOptions().unique(true));
    }

    /**
     * An update that sets the state of a document if its sequence is higher than the stored one. Documents compare by their
     * first field first, so {@code $max} on a state that begins with its sequence keeps the newest. A filter on the sequence
     * would do the same, but makes the embedded store scan the collection.
     */
    static Document replaceStateIfNewer(long sequence, Document state) {
        return new Document("$max", stateDocument(sequence, state));
    }

    /** A document with a state that {@link #replaceStateIfNewer} can replace. */
    static Document stateDocument(long sequence, Document state) {
        var numbered = new Document(SEQUENCE, sequence);
        numbered.putAll(state);
        return new Document(STATE, numbered);
    }

    /** The path of a field of a state that {@link BulkWrites#replaceStateIfNewer} wrote, for filters and indexes. */
    public static String statePath(String field) {
        return STATE + "." + field;
    }

    /** The state of a document that {@link BulkWrites#replaceStateIfNewer} wrote. */
    public static Document stateOf(Document found) {
        return found.get(STATE, Document.class);
    }
}
