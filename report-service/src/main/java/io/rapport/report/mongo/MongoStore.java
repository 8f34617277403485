package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.rapport.report.domain.BrandDays;
import io.rapport.report.domain.Engagements;
import io.rapport.report.domain.Identities;
import io.rapport.report.domain.Relationships;
import java.util.Objects;
import org.bson.Document;

/** The projections of one database. */
public final class MongoStore {

    private static final FindOneAndUpdateOptions INSERT_AND_SHOW =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoDatabase database;
    private final MongoRelationships relationships;
    private final MongoBrandDays brandDays;
    private final MongoIdentities identities;
    private final MongoEngagements engagements;

    /** The projections in a database; nothing is asked of it yet. */
    public MongoStore(MongoDatabase database) {
        this.database = database;
        this.relationships = new MongoRelationships(database);
        this.brandDays = new MongoBrandDays(database);
        this.identities = new MongoIdentities(database);
        this.engagements = new MongoEngagements(database);
    }

    /** Current and earlier relationships. */
    public Relationships relationships() {
        return relationships;
    }

    /** Brands' figures by day. */
    public BrandDays brandDays() {
        return brandDays;
    }

    /** Handles and profiles. */
    public Identities identities() {
        return identities;
    }

    /** Engagements by handle. */
    public Engagements engagements() {
        return engagements;
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        relationships.createIndexes();
        brandDays.createIndexes();
        identities.createIndexes();
        engagements.createIndexes();
    }

    /**
     * What tells this database from one that was lost: a word that is kept in it.
     *
     * @param ifNew the word for a database that has none
     */
    public String generation(String ifNew) {
        var kept = database.getCollection("meta")
                .findOneAndUpdate(
                        eq("generation"), new Document("$setOnInsert", new Document("id", ifNew)), INSERT_AND_SHOW);
        return Objects.requireNonNull(kept, "An upsert leaves a document").getString("id");
    }

    /** Asks the database for an answer; throws when it has none. */
    public void ping() {
        database.runCommand(new Document("ping", 1));
    }
}
