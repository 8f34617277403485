package io.rapport.report.projection;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.messaging.ReceivedRecord;
import io.rapport.report.domain.store.ReportRepositories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Which topic goes into which projection. */
public final class ReportProjections {

    private final ReportRepositories store;
    private final ErasureFilter barrier;

    /** Fills the projections of a store with what a barrier lets pass. */
    public ReportProjections(ReportRepositories store, ErasureFilter barrier) {
        this.store = store;
        this.barrier = barrier;
    }

    /** All topics that are read. Both topics of brands hold days: the compacted one may have forgotten earlier ones. */
    List<TopicProjection<?>> all() {
        return List.of(
                new TopicProjection<>(Topic.RELATIONSHIP_CURRENT, RelationshipScoreChanged.class, this::current),
                new TopicProjection<>(Topic.RELATIONSHIP_CHANGES, RelationshipScoreChanged.class, this::changes),
                new TopicProjection<>(Topic.BRAND_CURRENT, BrandScoreChanged.class, this::brandDays),
                new TopicProjection<>(Topic.BRAND_CHANGES, BrandScoreChanged.class, this::brandDays),
                new TopicProjection<>(Topic.SPREAD_CURRENT, SentimentSpreadChanged.class, this::spreadDays),
                new TopicProjection<>(Topic.SPREAD_CHANGES, SentimentSpreadChanged.class, this::spreadDays),
                new TopicProjection<>(Topic.CONTENT_CURRENT, ContentMeasured.class, this::contents),
                new TopicProjection<>(Topic.IDENTITY_ASSIGNED, HandleAssigned.class, this::handles),
                new TopicProjection<>(Topic.IDENTITY_PERSON, PersonDescribed.class, this::people),
                new TopicProjection<>(Topic.CLIENT_LISTED, ClientListed.class, this::clients),
                new TopicProjection<>(Topic.ENGAGEMENT_RECEIVED, EngagementReceived.class, this::engagements),
                new TopicProjection<>(Topic.SENTIMENT_JUDGED, SentimentJudged.class, this::judgements),
                new TopicProjection<>(Topic.SENTIMENT_CORRECTED, SentimentCorrected.class, this::corrections));
    }

    private void current(List<ReceivedRecord<RelationshipScoreChanged>> batch) {
        LatestStates.of(barrier.withoutErasedPersons(batch), RelationshipScoreChanged::sequence).forEach((brand, newest) -> {
            store.relationships().saveCurrent(brand, newest.states());
            store.relationships().deleteCurrent(brand, people(newest.tombstones()));
        });
    }

    private void changes(List<ReceivedRecord<RelationshipScoreChanged>> batch) {
        perBrand(barrier.withoutErasedPersons(batch)).forEach(store.relationships()::saveHistory);
    }

    private void brandDays(List<ReceivedRecord<BrandScoreChanged>> batch) {
        LatestStates.of(batch, each -> day(each, BrandScoreChanged::asOf), BrandScoreChanged::sequence)
                .forEach((brand, newest) -> store.brandDays().saveNewer(brand, newest.states()));
    }

    private void spreadDays(List<ReceivedRecord<SentimentSpreadChanged>> batch) {
        LatestStates.of(batch, each -> day(each, SentimentSpreadChanged::asOf), SentimentSpreadChanged::sequence)
                .forEach((brand, newest) -> store.spreadDays().saveNewer(brand, newest.states()));
    }

    private void contents(List<ReceivedRecord<ContentMeasured>> batch) {
        LatestStates.of(batch, each -> day(each, ContentMeasured::asOf), ContentMeasured::sequence)
                .forEach((brand, newest) -> store.contents().saveNewer(brand, newest.states()));
    }

    private void handles(List<ReceivedRecord<HandleAssigned>> batch) {
        var known = barrier.withoutErasedHandles(batch);
        LatestStates.of(known, HandleAssigned::version).forEach((brand, newest) -> {
            store.identities().saveHandles(brand, newest.states());
            barrier.eraseHandles(newest.tombstones().stream().map(HandleKey::of).toList());
        });
        barrier.eraseLateWrites(known);
    }

    private void people(List<ReceivedRecord<PersonDescribed>> batch) {
        LatestStates.of(barrier.withoutErasedPersons(batch), PersonDescribed::version).forEach((brand, newest) -> {
            store.identities().savePersons(brand, newest.states());
            barrier.erasePersons(brand, people(newest.tombstones()));
        });
    }

    private void engagements(List<ReceivedRecord<EngagementReceived>> batch) {
        var known = barrier.withoutErasedHandles(batch);
        perBrand(known).forEach(store.engagements()::saveIfAbsent);
        barrier.eraseLateWrites(known);
    }

    private void clients(List<ReceivedRecord<ClientListed>> batch) {
        LatestStates.of(barrier.withoutErasedClients(batch), row -> row.at().toEpochMilli()).forEach((brand, newest) -> {
            store.clients().saveNewer(brand, newest.states());
            store.clients()
                    .delete(
                            brand,
                            newest.tombstones().stream()
                                    .map(key -> TopicKeys.split(key).get(2))
                                    .toList());
        });
    }

    private void judgements(List<ReceivedRecord<SentimentJudged>> batch) {
        perBrand(barrier.withoutErasedHandles(batch)).forEach(store.judgements()::saveNewer);
    }

    private void corrections(List<ReceivedRecord<SentimentCorrected>> batch) {
        perBrand(barrier.withoutErasedHandles(batch)).forEach(store.corrections()::saveNewer);
    }

    private static <V> String day(ReceivedRecord<V> received, Function<V, LocalDate> asOf) {
        var state = received.value();
        return state == null ? received.key() : received.key() + asOf.apply(state);
    }

    private static List<UUID> people(Collection<String> keys) {
        return keys.stream()
                .map(key -> UUID.fromString(TopicKeys.split(key).get(2)))
                .toList();
    }

    private static <V> Map<BrandKey, List<V>> perBrand(List<ReceivedRecord<V>> batch) {
        var perBrand = new LinkedHashMap<BrandKey, List<V>>();
        for (var each : batch) {
            var value = each.value();
            if (value != null) {
                perBrand.computeIfAbsent(BrandKey.of(each.key()), brand -> new ArrayList<>())
                        .add(value);
            }
        }
        return perBrand;
    }
}
