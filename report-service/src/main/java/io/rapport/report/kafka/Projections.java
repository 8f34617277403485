package io.rapport.report.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Keys;
import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.messaging.Received;
import io.rapport.report.domain.BrandDays;
import io.rapport.report.domain.Engagements;
import io.rapport.report.domain.Identities;
import io.rapport.report.domain.Relationships;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which topic goes into which projection. */
public final class Projections {

    private final Relationships relationships;
    private final BrandDays brandDays;
    private final Identities identities;
    private final Engagements engagements;

    /** Fills these projections. */
    public Projections(
            Relationships relationships, BrandDays brandDays, Identities identities, Engagements engagements) {
        this.relationships = relationships;
        this.brandDays = brandDays;
        this.identities = identities;
        this.engagements = engagements;
    }

    /** All topics that are read. Both brand topics hold days: the compacted one may have forgotten earlier ones. */
    List<Projection<?>> all() {
        return List.of(
                new Projection<>(Topic.RELATIONSHIP_CURRENT, RelationshipScoreChanged.class, this::current),
                new Projection<>(Topic.RELATIONSHIP_CHANGES, RelationshipScoreChanged.class, this::changes),
                new Projection<>(Topic.BRAND_CURRENT, BrandScoreChanged.class, this::brandDays),
                new Projection<>(Topic.BRAND_CHANGES, BrandScoreChanged.class, this::brandDays),
                new Projection<>(Topic.IDENTITY_ASSIGNED, HandleAssigned.class, this::handles),
                new Projection<>(Topic.IDENTITY_PERSON, PersonDescribed.class, this::people),
                new Projection<>(Topic.ENGAGEMENT_RECEIVED, EngagementReceived.class, this::engagements));
    }

    private void current(List<Received<RelationshipScoreChanged>> batch) {
        Newest.of(batch, RelationshipScoreChanged::sequence).forEach((brand, newest) -> {
            relationships.take(brand, newest.states());
            relationships.withdraw(brand, people(newest.gone()));
        });
    }

    private void changes(List<Received<RelationshipScoreChanged>> batch) {
        perBrand(batch).forEach(relationships::remember);
    }

    private void brandDays(List<Received<BrandScoreChanged>> batch) {
        Newest.of(batch, Projections::brandDay, BrandScoreChanged::sequence)
                .forEach((brand, newest) -> brandDays.take(brand, newest.states()));
    }

    private void handles(List<Received<HandleAssigned>> batch) {
        Newest.of(batch, HandleAssigned::version).forEach((brand, newest) -> {
            identities.assign(brand, newest.states());
            identities.unassign(brand, newest.gone().stream().map(HandleKey::of).toList());
        });
    }

    private void people(List<Received<PersonDescribed>> batch) {
        Newest.of(batch, PersonDescribed::version).forEach((brand, newest) -> {
            identities.describe(brand, newest.states());
            identities.forget(brand, people(newest.gone()));
        });
    }

    private void engagements(List<Received<EngagementReceived>> batch) {
        perBrand(batch).forEach(engagements::take);
    }

    private static String brandDay(Received<BrandScoreChanged> received) {
        var state = received.value();
        return state == null ? received.key() : received.key() + state.asOf();
    }

    private static List<UUID> people(Collection<String> keys) {
        return keys.stream().map(key -> UUID.fromString(Keys.split(key).get(2))).toList();
    }

    private static <V> Map<BrandKey, List<V>> perBrand(List<Received<V>> batch) {
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
