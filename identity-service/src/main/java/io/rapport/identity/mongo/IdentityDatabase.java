package io.rapport.identity.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.rapport.identity.domain.Identity.Stores;
import io.rapport.identity.domain.family.PersonSearch;
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
        new MongoHandleRepository(collection("handles")).prepare();
        new MongoPersonRepository(collection("people")).prepare();
        new MongoClaimRepository(collection("claims")).prepare();
        new MongoReviewRepository(collection("reviews")).prepare();
        erasures().prepare();
    }

    /** Fails within two seconds while the store is away. Every engine knows {@code ping}. */
    public void ping() {
        database.withTimeout(2, TimeUnit.SECONDS).runCommand(new Document("ping", 1));
    }

    /** Its stores. */
    public Stores stores() {
        return new Stores(
                new MongoHandleRepository(collection("handles")),
                new MongoPersonRepository(collection("people")),
                new MongoClaimRepository(collection("claims")),
                new MongoBrandListRepository(collection("clients"), collection("brands")),
                new MongoReviewRepository(collection("reviews")),
                new MongoPolicyRepository(collection("policies")),
                erasures());
    }

    private MongoErasureRepository erasures() {
        return new MongoErasureRepository(collection("erasures"), collection("barred"));
    }

    /** Its search for people. */
    public PersonSearch search() {
        return new MongoPersonSearch(collection("people"), collection("handles"));
    }

    /** What tells this store from one that was there before it; empty while it is not filled from the topics. */
    public Optional<String> generation() {
        return Optional.ofNullable(
                        BrandScopedQueries.findById(collection("marker"), GENERATION).first())
                .map(marker -> marker.getString("id"));
    }

    /** Marks the store as filled. Of several that do so at once one gives the name. */
    public void markFilled() {
        var marker =
                new Document("_id", GENERATION).append("id", UUID.randomUUID().toString());
        BulkWrites.insertIfAbsent(collection("marker"), List.of(BulkWrites.insert(marker)));
    }

    private MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }
}
