package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

/** Whether a store was filled from a topic once; one that was lost and is empty again, even just now, was not. */
public final class RestoreMarker {

    private final MongoCollection<Document> collection;
    private final String what;

    /** Noted in a collection under a name. */
    public RestoreMarker(MongoCollection<Document> collection, String what) {
        this.collection = collection;
        this.what = what;
    }

    /** Whether it was. */
    public boolean isRestored() {
        return collection.find(eq("_id", what)).first() != null;
    }

    /** Notes that it was. */
    public void markRestored() {
        collection.updateOne(eq("_id", what), set("filled", true), new UpdateOptions().upsert(true));
    }
}
