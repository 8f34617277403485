package io.rapport.report.store;

import io.rapport.report.store.brand.DailyStateCollection;
import io.rapport.report.store.brand.MongoBrandDayRepository;
import io.rapport.report.store.people.MongoClientRowRepository;
import io.rapport.report.store.brand.MongoContentRepository;
import io.rapport.report.store.engagement.MongoCorrectionRepository;
import io.rapport.report.store.engagement.MongoEngagementRepository;
import io.rapport.report.store.engagement.MongoErasedHandleRepository;
import io.rapport.report.store.people.MongoIdentityRepository;
import io.rapport.report.store.engagement.MongoJudgementRepository;
import io.rapport.report.store.people.MongoRelationshipRepository;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.identity.ClientRowRepository;
import io.rapport.report.domain.content.ContentRepository;
import io.rapport.report.domain.engagement.CorrectionRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.store.ErasedHandleRepository;
import io.rapport.report.domain.identity.IdentityRepository;
import io.rapport.report.domain.engagement.JudgementRepository;
import io.rapport.report.domain.engagement.CorrectionOutbox;
import io.rapport.report.domain.people.RelationshipRepository;
import io.rapport.report.domain.store.ReportRepositories;
import java.util.Objects;
import org.bson.Document;

/** The projections of one database. */
public final class MongoReportStore implements ReportRepositories {

    private static final FindOneAndUpdateOptions INSERT_AND_SHOW =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoDatabase database;
    private final MongoRelationshipRepository relationships;
    private final MongoBrandDayRepository<BrandScoreChanged> brandDays;
    private final MongoBrandDayRepository<SentimentSpreadChanged> spreadDays;
    private final MongoContentRepository contents;
    private final MongoIdentityRepository identities;
    private final MongoEngagementRepository engagements;
    private final MongoJudgementRepository judgements;
    private final MongoCorrectionRepository corrections;
    private final MongoClientRowRepository clients;
    private final MongoErasedHandleRepository erasures;

    /** The projections in a database; nothing is asked of it yet. */
    public MongoReportStore(MongoDatabase database) {
        this.database = database;
        this.relationships = new MongoRelationshipRepository(database);
        this.brandDays = new MongoBrandDayRepository<>(new DailyStateCollection<>(
                database.getCollection("brand_days"),
                BrandScoreChanged.class,
                new DailyStateCollection.StateAccessors<>(BrandScoreChanged::asOf, BrandScoreChanged::sequence)));
        this.spreadDays = new MongoBrandDayRepository<>(new DailyStateCollection<>(
                database.getCollection("spread_days"),
                SentimentSpreadChanged.class,
                new DailyStateCollection.StateAccessors<>(SentimentSpreadChanged::asOf, SentimentSpreadChanged::sequence)));
        this.contents = new MongoContentRepository(database);
        this.identities = new MongoIdentityRepository(database);
        this.engagements = new MongoEngagementRepository(database);
        this.judgements = new MongoJudgementRepository(database);
        this.corrections = new MongoCorrectionRepository(database);
        this.clients = new MongoClientRowRepository(database);
        this.erasures = new MongoErasedHandleRepository(database);
    }

    @Override
    public RelationshipRepository relationships() {
        return relationships;
    }

    @Override
    public BrandDayRepository<BrandScoreChanged> brandDays() {
        return brandDays;
    }

    @Override
    public BrandDayRepository<SentimentSpreadChanged> spreadDays() {
        return spreadDays;
    }

    @Override
    public ContentRepository contents() {
        return contents;
    }

    @Override
    public IdentityRepository identities() {
        return identities;
    }

    @Override
    public EngagementRepository engagements() {
        return engagements;
    }

    @Override
    public JudgementRepository judgements() {
        return judgements;
    }

    @Override
    public CorrectionRepository corrections() {
        return corrections;
    }

    @Override
    public ClientRowRepository clients() {
        return clients;
    }

    @Override
    public ErasedHandleRepository erasures() {
        return erasures;
    }

    /** Corrections that still have to be published. */
    public CorrectionOutbox outbox() {
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
