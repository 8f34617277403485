package io.rapport.report.store.bson;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * A batch of upserts by {@code _id}, in no order. A state is one field that begins with its sequence, and is set by
 * {@code $max}: documents compare by their first field first, so the newest state stays, whatever came when. A filter on
 * the sequence would say the same, but with one the embedded store looks at every document instead of at one.
 */
public final class VersionedUpserts {

    public static final String STATE = "s";
    public static final String SEQUENCE = "q";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final List<WriteModel<Document>> writes = new ArrayList<>();

    /** The path of a field of the state. */
    public static String path(String field) {
        return STATE + "." + field;
    }

    /** The state of a document that was found. */
    public static Document state(Document found) {
        return found.get(STATE, Document.class);
    }

    /** Sets the state, if it is newer than the document's. */
    public VersionedUpserts newer(String id, long sequence, Document fields) {
        return always(id, max(sequence, fields));
    }

    /** As {@link #newer}, and sets other fields only when the document is new. */
    public VersionedUpserts newer(String id, long sequence, Document fields, Document atFirst) {
        return always(id, max(sequence, fields).append("$setOnInsert", atFirst));
    }

    /** Changes the document whatever it holds; the change must be one that may be made again, and in any order. */
    public VersionedUpserts always(String id, Document update) {
        writes.add(new UpdateOneModel<>(eq(id), update, UPSERT));
        return this;
    }

    public void writeTo(MongoCollection<Document> collection) {
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, ANY_ORDER);
        }
    }

    /** A state with its sequence in front. */
    public static Document numbered(long sequence, Document fields) {
        var state = new Document(SEQUENCE, sequence);
        state.putAll(fields);
        return state;
    }

    private static Document max(long sequence, Document fields) {
        return new Document("$max", new Document(STATE, numbered(sequence, fields)));
    }
}
