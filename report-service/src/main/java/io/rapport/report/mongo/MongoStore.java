package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.report.domain.BrandDays;
import io.rapport.report.domain.ClientRows;
import io.rapport.report.domain.Contents;
import io.rapport.report.domain.Corrections;
import io.rapport.report.domain.Engagements;
import io.rapport.report.domain.Erasures;
import io.rapport.report.domain.Identities;
import io.rapport.report.domain.Judgements;
import io.rapport.report.domain.Outbox;
import io.rapport.report.domain.Relationships;
import io.rapport.report.domain.ReportStore;
import java.util.Objects;
import org.bson.Document;

/** The projections of one database. */
public final class MongoStore implements ReportStore {

    private static final FindOneAndUpdateOptions INSERT_AND_SHOW =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoDatabase database;
    private final MongoRelationships relationships;
    private final MongoDays<BrandScoreChanged> brandDays;
    private final MongoDays<SentimentSpreadChanged> spreadDays;
    private final MongoContents contents;
    private final MongoIdentities identities;
    private final MongoEngagements engagements;
    private final MongoJudgements judgements;
    private final MongoCorrections corrections;
    private final MongoClientRows clients;
    private final MongoErasures erasures;

    /** The projections in a database; nothing is asked of it yet. */
    public MongoStore(MongoDatabase database) {
        this.database = database;
        this.relationships = new MongoRelationships(database);
        this.brandDays = new MongoDays<>(new DayStates<>(
                database.getCollection("brand_days"),
                BrandScoreChanged.class,
                new DayStates.Reading<>(BrandScoreChanged::asOf, BrandScoreChanged::sequence)));
        this.spreadDays = new MongoDays<>(new DayStates<>(
                database.getCollection("spread_days"),
                SentimentSpreadChanged.class,
                new DayStates.Reading<>(SentimentSpreadChanged::asOf, SentimentSpreadChanged::sequence)));
        this.contents = new MongoContents(database);
        this.identities = new MongoIdentities(database);
        this.engagements = new MongoEngagements(database);
        this.judgements = new MongoJudgements(database);
        this.corrections = new MongoCorrections(database);
        this.clients = new MongoClientRows(database);
        this.erasures = new MongoErasures(database);
    }

    @Override
    public Relationships relationships() {
        return relationships;
    }

    @Override
    public BrandDays<BrandScoreChanged> brandDays() {
        return brandDays;
    }

    @Override
    public BrandDays<SentimentSpreadChanged> spreadDays() {
        return spreadDays;
    }

    @Override
    public Contents contents() {
        return contents;
    }

    @Override
    public Identities identities() {
        return identities;
    }

    @Override
    public Engagements engagements() {
        return engagements;
    }

    @Override
    public Judgements judgements() {
        return judgements;
    }

    @Override
    public Corrections corrections() {
        return corrections;
    }

    @Override
    public ClientRows clients() {
        return clients;
    }

    @Override
    public Erasures erasures() {
        return erasures;
    }

    /** Corrections that still have to be published. */
    public Outbox outbox() {
        return corrections;
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        relationships.createIndexes();
        brandDays.createIndexes();
        spreadDays.createIndexes();
        contents.createIndexes();
        identities.createIndexes();
        engagements.createIndexes();
        corrections.createIndexes();
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
