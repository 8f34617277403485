package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.described;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.outbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChangedBuilder;
import io.rapport.contracts.score.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonTopologyTest {

    private static final Duration TICK = Duration.ofMillis(100);

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @BeforeEach
    void aBrandThatKnowsItsDay() {
        stream.register(registered(BrandClock.EVENT))
                .receive(inbound("someone", "0", "2026-03-01", EngagementKind.VISIT))
                .settle();
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void mergeThenSplitRestoresBothStates() {
        stream.assign(assigned("ada", "Ada", 1), assigned("ada2", "Ada's other", 1))
                .receive(
                        inbound("ada", "1", "2026-02-01", EngagementKind.REVIEW),
                        inbound("ada2", "2", "2026-02-10", EngagementKind.REFERRAL),
                        outbound("ada2", "3", "2026-02-11", EngagementKind.THANKS))
                .settle();
        var ada = stream.person("Ada");
        var other = stream.person("Ada's other");
        var brand = stream.brand();

        stream.assign(assigned("ada2", "Ada", 2)).settle();
        assertThat(stream.person("Ada's other")).isNull();
        assertThat(stream.person("Ada").contributions()).hasSize(3);
        assertThat(stream.brand().people()).isEqualTo(brand.people() - 1);

        stream.assign(assigned("ada2", "Ada's other", 3)).settle();
        assertThat(withoutHistory(stream.person("Ada"))).isEqualTo(withoutHistory(ada));
        assertThat(withoutHistory(stream.person("Ada's other"))).isEqualTo(withoutHistory(other));
        assertThat(stream.brand().windows()).isEqualTo(brand.windows());
        assertThat(stream.person("Ada's other").sequence()).isGreaterThan(other.sequence());
    }

    @Test
    void personWithoutLedgerGetsATombstoneAndAChange() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW))
                .settle();

        stream.assign(assigned("ada", "Bob", 2)).settle();

        var current = stream.states(Topic.RELATIONSHIP_CURRENT, "Ada");
        assertThat(current.get(current.size() - 1)).isNull();
        var changes = stream.states(Topic.RELATIONSHIP_CHANGES, "Ada");
        var last = changes.get(changes.size() - 1);
        assertThat(last.strength()).isZero();
        assertThat(last.stage()).isEqualTo(Stage.STRANGER);
        assertThat(last.reason()).isEqualTo(ChangeReason.IDENTITY_CHANGED);
        assertThat(last.sequence()).isGreaterThan(changes.get(0).sequence());
    }

    @Test
    void currentHasTheFirstStateAtOnceAndTheLastAfterASecond() {
        stream.assign(assigned("ada", "Ada", 1));
        for (var i = 0; i < 5; i++) {
            stream.receive(inbound("ada", "n" + i, "2026-03-01", EngagementKind.MENTION));
        }
        assertThat(stream.states(Topic.RELATIONSHIP_CURRENT, "Ada")).hasSize(1);
        stream.pass(Duration.ofMillis(900));
        assertThat(stream.states(Topic.RELATIONSHIP_CURRENT, "Ada")).hasSize(1);

        stream.pass(TICK);

        var states = stream.states(Topic.RELATIONSHIP_CURRENT, "Ada");
        assertThat(states).hasSize(2);
        assertThat(states.get(1).contributions().get(0).count()).isEqualTo(5);
        assertThat(states.get(1).sequence()).isEqualTo(5);
        assertThat(states.get(1).previous().sequence()).isEqualTo(1);
        stream.settle();
        assertThat(stream.states(Topic.RELATIONSHIP_CURRENT, "Ada")).hasSize(2);
    }

    @Test
    void changesContainOnlySignificantChanges() {
        stream.assign(assigned("ada", "Ada", 1));
        stream.receive(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW)).settle();
        var after = stream.states(Topic.RELATIONSHIP_CHANGES, "Ada").size();

        stream.receive(inbound("ada", "2", "2025-03-01", EngagementKind.VISIT)).settle();
        assertThat(stream.states(Topic.RELATIONSHIP_CHANGES, "Ada")).hasSize(after);

        stream.receive(inbound("ada", "3", "2026-03-01", EngagementKind.REFERRAL))
                .settle();
        var changes = stream.states(Topic.RELATIONSHIP_CHANGES, "Ada");
        assertThat(changes).hasSize(after + 1);
        assertThat(changes.get(after).previous().sequence())
                .isEqualTo(changes.get(after - 1).sequence());
    }

    @Test
    void lateEngagementCountsOnItsOwnDay() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW))
                .receive(inbound("ada", "2", "2025-12-24", EngagementKind.COMMENT))
                .settle();

        assertThat(stream.person("Ada").firstSeen()).isEqualTo(LocalDate.parse("2025-12-24"));
        assertThat(stream.person("Ada").asOf()).isEqualTo(LocalDate.parse("2026-03-01"));
    }

    @Test
    void clientWithoutEngagementsHasARelationship() {
        stream.describe(described("Cleo", true, 1)).settle();

        assertThat(stream.person("Cleo").stage()).isEqualTo(Stage.STRANGER);
        assertThat(stream.person("Cleo").client()).isTrue();
        assertThat(stream.person("Cleo").identityVersion()).isEqualTo(1);
        assertThat(stream.brand().windows().get(1).clientsNotSeen()).isEqualTo(1);

        stream.describe(described("Cleo", false, 2)).settle();
        assertThat(stream.person("Cleo")).isNull();
        assertThat(stream.brand().windows().get(1).clients()).isZero();
    }

    @Test
    void personWithoutEngagementsWhoIsNoClientIsNotPublished() {
        stream.describe(described("Nobody", false, 1)).settle();

        assertThat(stream.states(Topic.RELATIONSHIP_CURRENT, "Nobody")).isEmpty();
        assertThat(stream.states(Topic.RELATIONSHIP_CHANGES, "Nobody")).isEmpty();
    }

    @Test
    void olderDescriptionIsIgnored() {
        stream.describe(described("Cleo", true, 2), described("Cleo", false, 1)).settle();

        assertThat(stream.person("Cleo").client()).isTrue();
    }

    @Test
    void everyEventHasCloudEventHeaders() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW))
                .settle();

        for (var topic : new Topic[] {
            Topic.RELATIONSHIP_CURRENT, Topic.RELATIONSHIP_CHANGES, Topic.BRAND_CURRENT, Topic.BRAND_DAY
        }) {
            var record = stream.published(topic).get(0);
            assertThat(header(record, "ce_type")).isEqualTo(topic.type());
            assertThat(header(record, "ce_subject")).isEqualTo(record.key());
            assertThat(header(record, "ce_source")).isEqualTo("urn:rapport:scoring");
            assertThat(header(record, "ce_id")).hasSize(36);
            assertThat(record.headers().headers("ce_id")).hasSize(1);
        }
    }

    @Test
    void eventIdDependsOnKeyAndSequenceOnly() {
        try (var again = new ScoringTopologyDriver()) {
            again.register(registered(BrandClock.EVENT))
                    .receive(inbound("someone", "0", "2026-03-01", EngagementKind.VISIT))
                    .settle();
            for (var each : new ScoringTopologyDriver[] {stream, again}) {
                each.assign(assigned("ada", "Ada", 1))
                        .receive(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW))
                        .settle();
            }
            assertThat(header(again.published(Topic.RELATIONSHIP_CURRENT).get(0), "ce_id"))
                    .isEqualTo(
                            header(stream.published(Topic.RELATIONSHIP_CURRENT).get(0), "ce_id"));
        }
    }

    private static String header(org.apache.kafka.streams.test.TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Returns the state without sequence, reason and previous score. */
    static RelationshipScoreChanged withoutHistory(RelationshipScoreChanged s) {
        return RelationshipScoreChangedBuilder.builder(s)
                .sequence(0)
                .reason(ChangeReason.UNKNOWN)
                .previous(null)
                .build();
    }
}
