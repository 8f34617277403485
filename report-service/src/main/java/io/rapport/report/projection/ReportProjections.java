package io.rapport.report.projection;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.contracts.brand.BrandGoalsSet;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.story.PersonStories;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.contracts.tie.RelationshipTieChanged;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.projection.Projection;
import io.rapport.report.domain.decision.PersonDecisionRepository;
import io.rapport.report.domain.store.ReportRepositories;
import io.rapport.report.domain.tie.TieRepository.TiePair;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps each topic to the repository it is projected into. Every projection is idempotent. */
public final class ReportProjections {

    private static final String INTAKE = "ingest";

    private final ReportRepositories repositories;
    private final ErasureFilter filter;
    private final WebhookEnqueuer webhooks;

    /** Projections into these repositories, and into the queues of webhooks, of the records that pass the filter. */
    public ReportProjections(ReportRepositories repositories, ErasureFilter filter, WebhookEnqueuer webhooks) {
        this.repositories = repositories;
        this.filter = filter;
        this.webhooks = webhooks;
    }

    /**
     * The projections of all topics. The topics of a consumer group share a consumer: those of which there may be many records at
     * once are in groups apart from those that have few.
     *
     * @param generation of the store; part of each consumer group, so that a new store is filled from the beginning
     */
    public List<Projection<?>> all(String generation) {
        return Stream.of(
                        engagementTopics("report-" + generation + "-engagements"),
                        identityTopics("report-" + generation + "-identities"),
                        relationshipTopics("report-" + generation + "-relationships"),
                        brandTopics("report-" + generation + "-brands"))
                .flatMap(List::stream)
                .toList();
    }

    private List<Projection<?>> engagementTopics(String group) {
        return List.of(
                new Projection<>(group, Topic.ENGAGEMENT_RECEIVED, EngagementReceived.class, this::applyEngagements),
                new Projection<>(group, Topic.SENTIMENT_JUDGED, SentimentJudged.class, this::applyJudgements),
                new Projection<>(group, Topic.ENGAGEMENT_REJECTED, EngagementRejected.class, this::applyRejections));
    }

    private List<Projection<?>> identityTopics(String group) {
        return List.of(
                new Projection<>(group, Topic.IDENTITY_ASSIGNED, HandleAssigned.class, this::applyHandles),
                new Projection<>(group, Topic.IDENTITY_PERSON, PersonDescribed.class, this::applyPersons),
                new Projection<>(group, Topic.CLIENT_LISTED, ClientListed.class, this::applyClients));
    }

    private List<Projection<?>> relationshipTopics(String group) {
        return List.of(
                new Projection<>(group, Topic.RELATIONSHIP_CURRENT, RelationshipScoreChanged.class, this::applyCurrent),
                new Projection<>(group, Topic.RELATIONSHIP_CHANGES, RelationshipScoreChanged.class, this::applyChanges),
                new Projection<>(group, Topic.TIE_CURRENT, RelationshipTieChanged.class, this::applyTies));
    }

    /**
     * The figures of brands and what users decided. Days are read from both topics of a score: the compacted one may have lost
     * earlier days.
     */
    private List<Projection<?>> brandTopics(String group) {
        return List.of(
                new Projection<>(group, Topic.BRAND_CURRENT, BrandScoreChanged.class, this::applyBrandDays),
                new Projection<>(group, Topic.BRAND_CHANGES, BrandScoreChanged.class, this::applyBrandChanges),
                new Projection<>(group, Topic.SPREAD_CURRENT, SentimentSpreadChanged.class, this::applySpreadDays),
                new Projection<>(group, Topic.SPREAD_CHANGES, SentimentSpreadChanged.class, this::applySpreadChanges),
                new Projection<>(group, Topic.CONTENT_CURRENT, ContentMeasured.class, this::applyContent),
                new Projection<>(group, Topic.SENTIMENT_CORRECTED, SentimentCorrected.class, this::applyCorrections),
                new Projection<>(
                        group, Topic.CONVERSATION_DISMISSED, ConversationDismissed.class, this::applyDismissals),
                new Projection<>(group, Topic.BRAND_GOALS, BrandGoalsSet.class, this::applyGoals),
                new Projection<>(group, Topic.AGENCY_BRANDING, AgencyBranded.class, this::applyBrandings),
                new Projection<>(group, Topic.PERSON_STORIES, PersonStories.class, this::applyStories),
                new Projection<>(group, Topic.PERSON_REMINDERS, PersonReminders.class, this::applyReminders),
                new Projection<>(group, Topic.PERSON_SUGGESTIONS, PersonSuggestions.class, this::applySuggestions),
                new Projection<>(group, Topic.MONTH_COMPLETED, MonthCompleted.class, this::applyMonths),
                new Projection<>(group, Topic.SUBSCRIPTION_SAVED, SubscriptionSaved.class, this::applySubscriptions));
    }

    private void applyMonths(List<ReceivedRecord<MonthCompleted>> batch) {
        repositories.completedMonths().saveNewer(values(batch));
        webhooks.add(WebhookEvent.MONTH, batch);
    }

    private void applySubscriptions(List<ReceivedRecord<SubscriptionSaved>> batch) {
        repositories.subscriptions().saveNewer(values(batch));
    }

    private void applyGoals(List<ReceivedRecord<BrandGoalsSet>> batch) {
        repositories.goals().saveNewer(values(batch));
    }

    private void applyBrandings(List<ReceivedRecord<AgencyBranded>> batch) {
        repositories.brandings().saveNewer(values(batch));
    }

    private void applyStories(List<ReceivedRecord<PersonStories>> batch) {
        applyDecisions(batch, PersonStories::version, repositories.stories());
    }

    private void applyReminders(List<ReceivedRecord<PersonReminders>> batch) {
        applyDecisions(batch, PersonReminders::version, repositories.reminders());
    }

    private void applySuggestions(List<ReceivedRecord<PersonSuggestions>> batch) {
        applyDecisions(batch, PersonSuggestions::version, repositories.suggestions());
    }

    private <V> void applyDecisions(
            List<ReceivedRecord<V>> batch, ToLongFunction<V> version, PersonDecisionRepository<V> decisions) {
        var latest = LatestStates.of(filter.withoutErasedPersons(batch), version);
        decisions.saveNewer(latest.states());
        latest.tombstonesByBrand().forEach((brand, keys) -> decisions.delete(brand, persons(keys)));
    }

    private static <V> List<V> values(List<ReceivedRecord<V>> batch) {
        return batch.stream().flatMap(each -> Stream.ofNullable(each.value())).toList();
    }

    private void applyCurrent(List<ReceivedRecord<RelationshipScoreChanged>> batch) {
        var latest = LatestStates.of(filter.withoutErasedPersons(batch), RelationshipScoreChanged::sequence);
        repositories.relationships().saveCurrent(latest.states());
        latest.tombstonesByBrand()
                .forEach((brand, keys) -> repositories.relationships().deleteCurrent(brand, persons(keys)));
    }

    private void applyChanges(List<ReceivedRecord<RelationshipScoreChanged>> batch) {
        var kept = filter.withoutErasedPersons(batch);
        repositories.relationships().saveHistory(values(kept));
        webhooks.add(WebhookEvent.RELATIONSHIP, kept);
    }

    private void applyBrandChanges(List<ReceivedRecord<BrandScoreChanged>> batch) {
        applyBrandDays(batch);
        webhooks.add(WebhookEvent.BRAND, batch);
    }

    private void applySpreadChanges(List<ReceivedRecord<SentimentSpreadChanged>> batch) {
        applySpreadDays(batch);
        webhooks.add(WebhookEvent.SPREAD, batch);
    }

    private void applyTies(List<ReceivedRecord<RelationshipTieChanged>> batch) {
        var latest = LatestStates.of(filter.withoutErasedPairs(batch), RelationshipTieChanged::sequence);
        repositories.ties().saveNewer(latest.states());
        latest.tombstonesByBrand().forEach((brand, keys) -> repositories.ties().delete(brand, pairs(keys)));
    }

    private void applyBrandDays(List<ReceivedRecord<BrandScoreChanged>> batch) {
        repositories.brandDays().saveNewer(newestOfDays(batch, BrandScoreChanged::asOf, BrandScoreChanged::sequence));
    }

    private void applySpreadDays(List<ReceivedRecord<SentimentSpreadChanged>> batch) {
        repositories
                .spreadDays()
                .saveNewer(newestOfDays(batch, SentimentSpreadChanged::asOf, SentimentSpreadChanged::sequence));
    }

    private void applyContent(List<ReceivedRecord<ContentMeasured>> batch) {
        repositories.contents().saveNewer(newestOfDays(batch, ContentMeasured::asOf, ContentMeasured::sequence));
    }

    /** Those by scoring are in its accounts. A replay follows its rejection on the topic, which is keyed by source. */
    private void applyRejections(List<ReceivedRecord<EngagementRejected>> batch) {
        byBrand(batch).forEach((brand, all) -> {
            repositories.intakeRejections().save(brand, byIntake(all, each -> each.replayedAt() == null));
            repositories.intakeRejections().delete(brand, byIntake(all, each -> each.replayedAt() != null));
        });
    }

    private static Set<UUID> byIntake(List<EngagementRejected> rejected, Predicate<EngagementRejected> filter) {
        return rejected.stream()
                .filter(each -> each.by().equals(INTAKE))
                .filter(filter)
                .map(EngagementRejected::id)
                .collect(Collectors.toSet());
    }

    private void applyHandles(List<ReceivedRecord<HandleAssigned>> batch) {
        var kept = filter.withoutErasedHandles(batch);
        var latest = LatestStates.of(kept, HandleAssigned::version);
        repositories.identities().saveHandles(latest.states());
        filter.eraseHandles(latest.tombstones().stream().map(HandleKey::of).toList());
        filter.eraseLateWrites(kept);
    }

    private void applyPersons(List<ReceivedRecord<PersonDescribed>> batch) {
        var latest = LatestStates.of(filter.withoutErasedPersons(batch), PersonDescribed::version);
        repositories.identities().savePersons(latest.states());
        latest.tombstonesByBrand().forEach((brand, keys) -> filter.erasePersons(brand, persons(keys)));
    }

    private void applyEngagements(List<ReceivedRecord<EngagementReceived>> batch) {
        var kept = filter.withoutErasedHandles(batch);
        repositories.engagements().save(values(kept));
        filter.eraseLateWrites(kept);
    }

    private void applyClients(List<ReceivedRecord<ClientListed>> batch) {
        var latest = LatestStates.of(
                filter.withoutErasedClients(batch), row -> row.at().toEpochMilli());
        repositories.clients().saveNewer(latest.states());
        latest.tombstonesByBrand()
                .forEach((brand, keys) -> repositories.clients().delete(brand, lastParts(keys)));
    }

    private void applyJudgements(List<ReceivedRecord<SentimentJudged>> batch) {
        repositories.judgements().saveNewer(values(filter.withoutErasedHandles(batch)));
    }

    private void applyCorrections(List<ReceivedRecord<SentimentCorrected>> batch) {
        repositories.corrections().saveNewer(values(filter.withoutErasedHandles(batch)));
    }

    private void applyDismissals(List<ReceivedRecord<ConversationDismissed>> batch) {
        var kept = filter.withoutErasedHandles(batch);
        repositories.dismissals().saveNewer(values(kept));
        filter.eraseLateWrites(kept);
    }

    private static <V> Collection<V> newestOfDays(
            List<ReceivedRecord<V>> batch, Function<V, LocalDate> day, ToLongFunction<V> sequence) {
        return LatestStates.of(batch, each -> keyAndDay(each, day), sequence).states();
    }

    private static <V> String keyAndDay(ReceivedRecord<V> received, Function<V, LocalDate> asOf) {
        var state = received.value();
        return state == null ? received.key() : received.key() + asOf.apply(state);
    }

    private static List<UUID> persons(Collection<String> keys) {
        return lastParts(keys).stream().map(UUID::fromString).toList();
    }

    private static List<TiePair> pairs(Collection<String> keys) {
        return keys.stream()
                .map(TopicKeys::split)
                .map(parts -> new TiePair(UUID.fromString(parts.get(2)), UUID.fromString(parts.get(3))))
                .toList();
    }

    private static List<String> lastParts(Collection<String> keys) {
        return keys.stream().map(key -> TopicKeys.split(key).get(2)).toList();
    }

    private static <V> Map<BrandKey, List<V>> byBrand(List<ReceivedRecord<V>> batch) {
        var byBrand = new LinkedHashMap<BrandKey, List<V>>();
        for (var each : batch) {
            var value = each.value();
            if (value != null) {
                byBrand.computeIfAbsent(BrandKey.of(each.key()), brand -> new ArrayList<>())
                        .add(value);
            }
        }
        return byBrand;
    }
}
