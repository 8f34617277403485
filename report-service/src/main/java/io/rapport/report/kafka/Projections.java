package io.rapport.report.kafka;

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
import io.rapport.report.domain.ReportStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Which topic goes into which projection. */
public final class Projections {

    private final ReportStore store;
    private final Barrier barrier;

    /** Fills the projections of a store with what a barrier lets pass. */
    public Projections(ReportStore store, Barrier barrier) {
        this.store = store;
        this.barrier = barrier;
    }

    /** All topics that are read. Both topics of brands hold days: the compacted one may have forgotten earlier ones. */
    List<Projection<?>> all() {
        return List.of(
                new Projection<>(Topic.RELATIONSHIP_CURRENT, RelationshipScoreChanged.class, this::current),
                new Projection<>(Topic.RELATIONSHIP_CHANGES, RelationshipScoreChanged.class, this::changes),
                new Projection<>(Topic.BRAND_CURRENT, BrandScoreChanged.class, this::brandDays),
                new Projection<>(Topic.BRAND_CHANGES, BrandScoreChanged.class, this::brandDays),
                new Projection<>(Topic.SPREAD_CURRENT, SentimentSpreadChanged.class, this::spreadDays),
                new Projection<>(Topic.SPREAD_CHANGES, SentimentSpreadChanged.class, this::spreadDays),
                new Projection<>(Topic.CONTENT_CURRENT, ContentMeasured.class, this::contents),
                new Projection<>(Topic.IDENTITY_ASSIGNED, HandleAssigned.class, this::handles),
                new Projection<>(Topic.IDENTITY_PERSON, PersonDescribed.class, this::people),
                new Projection<>(Topic.CLIENT_LISTED, ClientListed.class, this::clients),
                new Projection<>(Topic.ENGAGEMENT_RECEIVED, EngagementReceived.class, this::engagements),
                new Projection<>(Topic.SENTIMENT_JUDGED, SentimentJudged.class, this::judgements),
                new Projection<>(Topic.SENTIMENT_CORRECTED, SentimentCorrected.class, this::corrections));
    }

    private void current(List<ReceivedRecord<RelationshipScoreChanged>> batch) {
        Newest.of(barrier.people(batch), RelationshipScoreChanged::sequence).forEach((brand, newest) -> {
            store.relationships().take(brand, newest.states());
            store.relationships().withdraw(brand, people(newest.gone()));
        });
    }

    private void changes(List<ReceivedRecord<RelationshipScoreChanged>> batch) {
        perBrand(barrier.people(batch)).forEach(store.relationships()::remember);
    }

    private void brandDays(List<ReceivedRecord<BrandScoreChanged>> batch) {
        Newest.of(batch, each -> day(each, BrandScoreChanged::asOf), BrandScoreChanged::sequence)
                .forEach((brand, newest) -> store.brandDays().take(brand, newest.states()));
    }

    private void spreadDays(List<ReceivedRecord<SentimentSpreadChanged>> batch) {
        Newest.of(batch, each -> day(each, SentimentSpreadChanged::asOf), SentimentSpreadChanged::sequence)
                .forEach((brand, newest) -> store.spreadDays().take(brand, newest.states()));
    }

    private void contents(List<ReceivedRecord<ContentMeasured>> batch) {
        Newest.of(batch, each -> day(each, ContentMeasured::asOf), ContentMeasured::sequence)
                .forEach((brand, newest) -> store.contents().take(brand, newest.states()));
    }

    private void handles(List<ReceivedRecord<HandleAssigned>> batch) {
        var known = barrier.handles(batch);
        Newest.of(known, HandleAssigned::version).forEach((brand, newest) -> {
            store.identities().assign(brand, newest.states());
            barrier.eraseHandles(newest.gone().stream().map(HandleKey::of).toList());
        });
        barrier.removeLate(known);
    }

    private void people(List<ReceivedRecord<PersonDescribed>> batch) {
        Newest.of(barrier.people(batch), PersonDescribed::version).forEach((brand, newest) -> {
            store.identities().describe(brand, newest.states());
            barrier.erasePeople(brand, people(newest.gone()));
        });
    }

    private void engagements(List<ReceivedRecord<EngagementReceived>> batch) {
        var known = barrier.handles(batch);
        perBrand(known).forEach(store.engagements()::take);
        barrier.removeLate(known);
    }

    private void clients(List<ReceivedRecord<ClientListed>> batch) {
        Newest.of(barrier.clients(batch), row -> row.at().toEpochMilli()).forEach((brand, newest) -> {
            store.clients().take(brand, newest.states());
            store.clients()
                    .forget(
                            brand,
                            newest.gone().stream()
                                    .map(key -> TopicKeys.split(key).get(2))
                                    .toList());
        });
    }

    private void judgements(List<ReceivedRecord<SentimentJudged>> batch) {
        perBrand(barrier.handles(batch)).forEach(store.judgements()::take);
    }

    private void corrections(List<ReceivedRecord<SentimentCorrected>> batch) {
        perBrand(barrier.handles(batch)).forEach(store.corrections()::take);
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
