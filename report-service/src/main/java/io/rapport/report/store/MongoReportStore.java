package io.rapport.report.store;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.mongo.StoreMetadata;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.brand.IntakeRejectionRepository;
import io.rapport.report.domain.content.ContentRepository;
import io.rapport.report.domain.conversation.DismissalRepository;
import io.rapport.report.domain.engagement.BrandEngagementRepository;
import io.rapport.report.domain.engagement.CorrectionRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.JudgementRepository;
import io.rapport.report.domain.identity.ClientRowRepository;
import io.rapport.report.domain.identity.IdentityRepository;
import io.rapport.report.domain.people.PlaceRepository;
import io.rapport.report.domain.people.RelationshipRepository;
import io.rapport.report.domain.store.ErasedHandleRepository;
import io.rapport.report.domain.store.EventOutbox;
import io.rapport.report.domain.store.ReportRepositories;
import io.rapport.report.domain.store.WorkLeaseRepository;
import io.rapport.report.domain.tie.TieRepository;
import io.rapport.report.domain.webhook.DeliveryLeaseRepository;
import io.rapport.report.domain.webhook.DeliveryLog;
import io.rapport.report.domain.webhook.DeliveryQueue;
import io.rapport.report.store.brand.MongoBrandDayRepository;
import io.rapport.report.store.brand.MongoContentRepository;
import io.rapport.report.store.brand.MongoIntakeRejectionRepository;
import io.rapport.report.store.decision.MongoBrandingRepository;
import io.rapport.report.store.decision.MongoCompletedMonthRepository;
import io.rapport.report.store.decision.MongoGoalRepository;
import io.rapport.report.store.decision.MongoReminderRepository;
import io.rapport.report.store.decision.MongoStoryRepository;
import io.rapport.report.store.decision.MongoSubscriptionRepository;
import io.rapport.report.store.decision.MongoSuggestionRepository;
import io.rapport.report.store.decision.MongoWorkLeaseRepository;
import io.rapport.report.store.engagement.MongoBrandEngagementRepository;
import io.rapport.report.store.engagement.MongoCorrectionRepository;
import io.rapport.report.store.engagement.MongoDismissalRepository;
import io.rapport.report.store.engagement.MongoEngagementRepository;
import io.rapport.report.store.engagement.MongoErasedHandleRepository;
import io.rapport.report.store.engagement.MongoJudgementRepository;
import io.rapport.report.store.engagement.OutboundDayCounts;
import io.rapport.report.store.people.CachedPlaceRepository;
import io.rapport.report.store.people.MongoClientRowRepository;
import io.rapport.report.store.people.MongoIdentityRepository;
import io.rapport.report.store.people.MongoRelationshipRepository;
import io.rapport.report.store.people.MongoTieRepository;
import io.rapport.report.store.webhook.MongoDeliveryLeaseRepository;
import io.rapport.report.store.webhook.MongoDeliveryLog;
import io.rapport.report.store.webhook.MongoDeliveryQueue;
import io.rapport.report.store.webhook.MongoWebhookRepository;
import java.time.Clock;

/** All repositories of the report service in one MongoDB database. */
public final class MongoReportStore implements ReportRepositories {

    private final StoreMetadata metadata;
    private final MongoRelationshipRepository relationships;
    private final MongoBrandDayRepository<BrandScoreChanged> brandDays;
    private final MongoBrandDayRepository<SentimentSpreadChanged> spreadDays;
    private final MongoContentRepository contents;
    private final MongoIdentityRepository identities;
    private final MongoEngagementRepository engagements;
    private final MongoBrandEngagementRepository brandEngagements;
    private final MongoJudgementRepository judgements;
    private final MongoCorrectionRepository corrections;
    private final MongoDismissalRepository dismissals;
    private final MongoGoalRepository goals;
    private final MongoBrandingRepository brandings;
    private final MongoStoryRepository stories;
    private final MongoReminderRepository reminders;
    private final MongoSuggestionRepository suggestions;
    private final MongoClientRowRepository clients;
    private final MongoErasedHandleRepository erasures;
    private final CachedPlaceRepository places;
    private final MongoTieRepository ties;
    private final MongoIntakeRejectionRepository intakeRejections;
    private final MongoWebhookRepository webhooks;
    private final MongoDeliveryQueue deliveryQueue;
    private final MongoDeliveryLog deliveryLog;
    private final MongoDeliveryLeaseRepository deliveryLeases;
    private final MongoCompletedMonthRepository completedMonths;
    private final MongoSubscriptionRepository subscriptions;
    private final MongoWorkLeaseRepository workLeases;

    /** The store of a database; does not connect yet. */
    public MongoReportStore(MongoDatabase database) {
        this.metadata = new StoreMetadata(database);
        this.relationships = new MongoRelationshipRepository(database);
        this.brandDays = MongoBrandDayRepository.ofScores(database);
        this.spreadDays = MongoBrandDayRepository.ofSpread(database);
        this.contents = new MongoContentRepository(database);
        this.identities = new MongoIdentityRepository(database);
        var outbound = new OutboundDayCounts(Ticker.systemTicker());
        this.engagements = new MongoEngagementRepository(database, outbound);
        this.brandEngagements = new MongoBrandEngagementRepository(database, outbound, Clock.systemUTC());
        this.judgements = new MongoJudgementRepository(database);
        this.corrections = new MongoCorrectionRepository(database);
        this.dismissals = new MongoDismissalRepository(database);
        this.goals = new MongoGoalRepository(database);
        this.brandings = new MongoBrandingRepository(database);
        this.stories = new MongoStoryRepository(database);
        this.reminders = new MongoReminderRepository(database);
        this.suggestions = new MongoSuggestionRepository(database);
        this.clients = new MongoClientRowRepository(database);
        this.places = new CachedPlaceRepository(database, Ticker.systemTicker());
        this.ties = new MongoTieRepository(database);
        this.intakeRejections = new MongoIntakeRejectionRepository(database);
        this.webhooks = new MongoWebhookRepository(database);
        this.deliveryQueue = new MongoDeliveryQueue(database);
        this.deliveryLog = new MongoDeliveryLog(database);
        this.deliveryLeases = new MongoDeliveryLeaseRepository(database);
        this.completedMonths = new MongoCompletedMonthRepository(database);
        this.subscriptions = new MongoSubscriptionRepository(database);
        this.workLeases = new MongoWorkLeaseRepository(database);
        this.erasures = new MongoErasedHandleRepository(database);
    }

    /**
     * Creates the indexes that are missing, and returns the generation of the database. A database that was lost and created
     * again has another generation.
     */
    public String prepare() {
        createIndexes();
        return metadata.getOrCreateGeneration();
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        relationships.createIndexes();
        brandDays.createIndexes();
        spreadDays.createIndexes();
        contents.createIndexes();
        identities.createIndexes();
        engagements.createIndexes();
        brandEngagements.createIndexes();
        corrections.createIndexes();
        dismissals.createIndexes();
        goals.createIndexes();
        brandings.createIndexes();
        stories.createIndexes();
        reminders.createIndexes();
        suggestions.createIndexes();
        ties.createIndexes();
        webhooks.createIndexes();
        deliveryQueue.createIndexes();
        completedMonths.createIndexes();
        subscriptions.createIndexes();
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
    public DismissalRepository dismissals() {
        return dismissals;
    }

    @Override
    public MongoGoalRepository goals() {
        return goals;
    }

    @Override
    public MongoBrandingRepository brandings() {
        return brandings;
    }

    @Override
    public MongoStoryRepository stories() {
        return stories;
    }

    @Override
    public MongoReminderRepository reminders() {
        return reminders;
    }

    @Override
    public MongoSuggestionRepository suggestions() {
        return suggestions;
    }

    @Override
    public ClientRowRepository clients() {
        return clients;
    }

    @Override
    public ErasedHandleRepository erasures() {
        return erasures;
    }

    @Override
    public TieRepository ties() {
        return ties;
    }

    /** The engagements of whole brands. */
    public BrandEngagementRepository brandEngagements() {
        return brandEngagements;
    }

    @Override
    public IntakeRejectionRepository intakeRejections() {
        return intakeRejections;
    }

    @Override
    public DeliveryQueue deliveryQueue() {
        return deliveryQueue;
    }

    /** Webhooks and their outbox. */
    public MongoWebhookRepository webhooks() {
        return webhooks;
    }

    /** The last attempts of webhooks. */
    public DeliveryLog deliveryLog() {
        return deliveryLog;
    }

    @Override
    public MongoCompletedMonthRepository completedMonths() {
        return completedMonths;
    }

    @Override
    public MongoSubscriptionRepository subscriptions() {
        return subscriptions;
    }

    /** The leases of work. */
    public WorkLeaseRepository workLeases() {
        return workLeases;
    }

    /** The leases of webhooks. */
    public DeliveryLeaseRepository deliveryLeases() {
        return deliveryLeases;
    }

    /** The places of people. */
    public PlaceRepository places() {
        return places;
    }

    /** The outbox of the corrections. */
    public EventOutbox<SentimentCorrected> outbox() {
        return corrections;
    }

    /** The outbox of the dismissals. */
    public EventOutbox<ConversationDismissed> dismissalOutbox() {
        return dismissals;
    }
}
