package io.rapport.identity.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.rapport.identity.domain.Identity.Stores;
import io.rapport.identity.domain.PersonSearch;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Identity's MongoDB database. */
public final class IdentityDatabase {

    private static final String GENERATION = "generation";

    private final MongoDatabase database;

    /** The database, wherever it is. */
    public IdentityDatabase(MongoDatabase database) {
        this.database = database;
    }

    /** Makes the indexes that are missing. Fails while the store is away. */
    public void prepare() {
        new HandleDocuments(collection("handles")).prepare();
        new PersonDocuments(collection("people")).prepare();
        new ClaimDocuments(collection("claims")).prepare();
        new ReviewDocuments(collection("reviews")).prepare();
        erasures().prepare();
    }

    /** Fails within two seconds while the store is away. Every engine knows {@code ping}. */
    public void ping() {
        database.withTimeout(2, TimeUnit.SECONDS).runCommand(new Document("ping", 1));
    }

    /** Its stores. */
    public Stores stores() {
        return new Stores(
                new HandleDocuments(collection("handles")),
                new PersonDocuments(collection("people")),
                new ClaimDocuments(collection("claims")),
                new ListDocuments(collection("clients"), collection("brands")),
                new ReviewDocuments(collection("reviews")),
                new PolicyDocuments(collection("policies")),
                erasures());
    }

    private ErasureDocuments erasures() {
        return new ErasureDocuments(collection("erasures"), collection("barred"));
    }

    /** Its search for people. */
    public PersonSearch search() {
        return new PersonSearchDocuments(collection("people"), collection("handles"));
    }

    /** What tells this store from one that was there before it; empty while it is not filled from the topics. */
    public Optional<String> generation() {
        return Optional.ofNullable(
                        Reading.byId(collection("marker"), GENERATION).first())
                .map(marker -> marker.getString("id"));
    }

    /** Marks the store as filled. Of several that do so at once one gives the name. */
    public void filled() {
        var marker =
                new Document("_id", GENERATION).append("id", UUID.randomUUID().toString());
        Written.leavingWhatIsThere(collection("marker"), List.of(Written.insert(marker)));
    }

    private MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }
}
