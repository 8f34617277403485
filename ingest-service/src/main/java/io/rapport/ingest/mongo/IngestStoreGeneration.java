package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/** Tells one life of the store from the next: a store that was lost and is empty again has another generation. */
public final class IngestStoreGeneration {

    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private IngestStoreGeneration() {}

    /** The generation noted in a collection; notes a new one if there is none. */
    public static String of(MongoCollection<Document> collection) {
        var fresh = UUID.randomUUID().toString();
        var noted = collection.findOneAndUpdate(eq("_id", "generation"), setOnInsert("id", fresh), UPSERT);
        return Objects.requireNonNull(noted).getString("id");
    }
}
