package io.rapport.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * What a store knows about itself, in the collection {@code meta}: its generation and what it has been filled with. A store
 * that was lost has neither, and gets another generation.
 */
public final class StoreMetadata {

    private static final String GENERATION = "generation";
    private static final FindOneAndUpdateOptions INSERT_IF_ABSENT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> collection;

    /** The metadata of a database. */
    public StoreMetadata(MongoDatabase database) {
        this.collection = database.getCollection("meta");
    }

    /** The generation; empty until one was created. */
    public Optional<String> findGeneration() {
        return Optional.ofNullable(collection.find(Filters.eq(GENERATION)).first())
                .map(found -> found.getString("id"));
    }

    /** The generation; creates one if there is none. All instances of a service get the same. */
    public String getOrCreateGeneration() {
        var update = Updates.setOnInsert("id", UUID.randomUUID().toString());
        var stored = collection.findOneAndUpdate(Filters.eq(GENERATION), update, INSERT_IF_ABSENT);
        return Objects.requireNonNull(stored, "An upsert returns a document").getString("id");
    }

    /** Whether the store has been filled from a source, such as a topic. */
    public boolean isFilled(String source) {
        return collection.find(Filters.eq(source)).first() != null;
    }

    /** Notes that the store has been filled from a source. */
    public void markFilled(String source) {
        collection.updateOne(Filters.eq(source), Updates.set("filled", true), new UpdateOptions().upsert(true));
    }
}
