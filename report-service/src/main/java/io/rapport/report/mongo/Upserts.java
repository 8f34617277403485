package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.not;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A batch of upserts by {@code _id}, in no order. One that is not newer finds no document to change, tries to insert a
 * second one of the same id, and is refused for that: the refusal means that nothing had to be done.
 */
final class Upserts {

    /** The field that rises with each state of a document. */
    static final String SEQUENCE = "q";

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final List<WriteModel<Document>> writes = new ArrayList<>();

    /** Sets these fields, if the sequence is newer than the document's. */
    Upserts newer(String id, long sequence, Document fields) {
        return newer(id, sequence, fields, new Document());
    }

    /** As {@link #newer}, and sets the others only when the document is new. */
    Upserts newer(String id, long sequence, Document fields, Document atFirst) {
        var update = new Document("$set", fields.append(SEQUENCE, sequence));
        return add(
                and(eq(id), not(gte(SEQUENCE, sequence))),
                atFirst.isEmpty() ? update : update.append("$setOnInsert", atFirst));
    }

    /** Changes the document whatever it holds; the change must be one that may be made again, and in any order. */
    Upserts always(String id, Document update) {
        return add(eq(id), update);
    }

    void writeTo(MongoCollection<Document> collection) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(writes, ANY_ORDER);
        } catch (MongoBulkWriteException e) {
            if (!onlyRefusedAsOld(e)) {
                throw e;
            }
        }
    }

    private Upserts add(Bson filter, Document update) {
        writes.add(new UpdateOneModel<>(filter, update, UPSERT));
        return this;
    }

    private static boolean onlyRefusedAsOld(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
