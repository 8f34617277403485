package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.bot;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.outbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.paid;
import static io.rapport.scoring.topology.ScoringEventFixtures.registered;
import static io.rapport.scoring.topology.ScoringEventFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.messaging.json.JsonSerde;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTopologyTest {

    private static final JsonSerde<EngagementReceived> JSON = new JsonSerde<>(EngagementReceived.class);

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @BeforeEach
    void register() {
        stream.register(registered(BrandClock.EVENT));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void engagementOfAnAssignedHandleScoresForItsPerson() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW))
                .settle();

        assertThat(stream.person("Ada").contributions()).hasSize(1);
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(1, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void laterAssignmentMovesAllEngagementsToThePerson() {
        stream.receive(
                        inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW),
                        inbound("ada", "2", "2026-03-01", EngagementKind.COMMENT))
                .settle();
        assertThat(stream.people).isEmpty();

        stream.assign(assigned("ada", "Ada", 1)).settle();

        assertThat(stream.person("Ada").contributions()).hasSize(2);
    }

    @Test
    void duplicateWithTheSameBodyIsCountedOnly() {
        var review = inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW);
        stream.assign(assigned("ada", "Ada", 1)).receive(review).settle();
        var before = stream.person("Ada");

        stream.receive(review, ScoringEventFixtures.receivedAt(review, ScoringEventFixtures.RECEIVED.plusSeconds(60)))
                .settle();

        assertThat(stream.person("Ada")).isEqualTo(before);
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(3, 1, 0, 0, 0, 0, 2, 0));
        assertThat(stream.published(Topic.ENGAGEMENT_REJECTED)).isEmpty();
    }

    @Test
    void duplicateWithAnotherProfileIsCountedOnly() {
        var review = inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW);
        stream.assign(assigned("ada", "Ada", 1)).receive(review).settle();
        var before = stream.person("Ada");
        var actor = review.actor();

        stream.receive(ScoringEventFixtures.withActor(
                        review,
                        ActorBuilder.builder()
                                .id(actor.id())
                                .name("new name")
                                .displayName("Ada B")
                                .bio("bio")
                                .followers(101L)
                                .build()))
                .settle();

        assertThat(stream.person("Ada")).isEqualTo(before);
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(2, 1, 0, 0, 0, 0, 1, 0));
        assertThat(stream.published(Topic.ENGAGEMENT_REJECTED)).isEmpty();
    }

    @Test
    void sameIdWithAnotherBodyIsRejected() {
        var review = inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW);
        var other = ScoringEventFixtures.withContent(review, EngagementContent.of("other words"));
        stream.assign(assigned("ada", "Ada", 1)).receive(review).settle();
        var before = stream.person("Ada");

        stream.receive(other).settle();

        assertThat(stream.person("Ada")).isEqualTo(before);
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(2, 1, 0, 0, 0, 0, 0, 1));
        var record = stream.published(Topic.ENGAGEMENT_REJECTED).get(0);
        var rejected = new JsonSerde<>(EngagementRejected.class).read(record.value());
        assertThat(record.key()).isEqualTo(ScoringEventFixtures.BRAND.key("test"));
        assertThat(rejected.code()).isEqualTo(RejectionCode.CONFLICT);
        assertThat(rejected.engagement()).isEqualTo(review.id());
        assertThat(JSON.read(rejected.raw().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(other);
    }

    @Test
    void withheldEngagementsAreCountedButNotScored() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(
                        bot(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW)),
                        paid(inbound("ada", "2", "2026-03-01", EngagementKind.REVIEW)),
                        bot(paid(inbound("ada", "3", "2026-03-01", EngagementKind.REVIEW))),
                        bot(paid(outbound("ada", "4", "2026-03-01", EngagementKind.POST))))
                .settle();

        assertThat(stream.people).isEmpty();
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(4, 0, 2, 0, 1, 1, 0, 0));
    }

    @Test
    void postCountsForTheBrandOnly() {
        stream.receive(
                        outbound("brand", "1", "2026-03-01", EngagementKind.POST),
                        ScoringEventFixtures.withContent(
                                outbound("brand", "2", "2026-03-01", EngagementKind.POST),
                                new EngagementContent("buy", null, null, true, null, null)))
                .settle();

        assertThat(stream.brand().windows().get(0).promotionalShare()).isEqualTo(0.5);
        assertThat(stream.brand().people()).isZero();
    }

    @Test
    void staffHandleIsRemovedFromScoresAndAddedAgain() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(
                        inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW),
                        inbound("ada", "2", "2026-03-01", EngagementKind.REVIEW))
                .settle();
        var before = stream.person("Ada");

        stream.assign(staff("ada", "Ada", true, 2)).settle();
        assertThat(stream.person("Ada")).isNull();
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(2, 0, 0, 2, 0, 0, 0, 0));
        assertThat(stream.brand().people()).isZero();

        stream.receive(inbound("ada", "3", "2026-03-01", EngagementKind.SHARE))
                .assign(staff("ada", "Ada", false, 3))
                .settle();
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(3, 3, 0, 0, 0, 0, 0, 0));
        assertThat(stream.person("Ada").contributions()).hasSize(2);
        assertThat(stream.person("Ada").strength()).isGreaterThan(before.strength());
    }

    @Test
    void olderAssignmentIsIgnored() {
        stream.receive(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW))
                .assign(assigned("ada", "Ada", 5), assigned("ada", "Bob", 4), assigned("ada", "Bob", 5))
                .settle();

        assertThat(stream.people).containsOnlyKeys(ScoringEventFixtures.personKey("Ada"));
    }

    /** A dead letter of the thread of global stores would end it, and with it the stream. BadRecordsIT checks this with a broker. */
    @ParameterizedTest
    @ValueSource(strings = {"{broken", "{}", "[]", "null", "7", "\"text\"", "{\"agency\":7}"})
    void invalidRecordsOfGlobalStoresAreLeftOutAndTheStreamContinues(String invalid) {
        var topics = List.of(
                Topic.BRAND_DAY,
                Topic.SENTIMENT_REMEMBERED,
                Topic.MODEL_PUBLISHED,
                Topic.MODEL_ACTIVATED,
                Topic.PREVIEW_REQUESTED);
        for (var topic : topics) {
            stream.put(topic, "agency" + "|p".repeat(topic.keyedBy().parts() - 1), invalid.getBytes());
            stream.put(topic, "%zz", invalid.getBytes());
            stream.put(topic, null, invalid.getBytes());
        }
        stream.receive(inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW))
                .assign(assigned("ada", "Ada", 1))
                .settle();

        assertThat(stream.counters.deadLetters).hasSize(3 * topics.size());
        assertThat(stream.person("Ada").contributions()).hasSize(1);
    }

    @Test
    void invalidRecordsBecomeDeadLettersAndTheStreamContinues() {
        var good = inbound("ada", "1", "2026-03-01", EngagementKind.REVIEW);
        var unknown = new String(JSON.write(inbound("ada", "2", "2026-03-01", EngagementKind.REVIEW)))
                .replace("REVIEW", "TELEPATHY");
        var assignment = new JsonSerde<>(HandleAssigned.class).write(assigned("ada", "Ada", 1));
        stream.put(Topic.ENGAGEMENT_RECEIVED, good.handleKey().key(), "{broken".getBytes());
        stream.put(Topic.ENGAGEMENT_RECEIVED, good.handleKey().key(), unknown.getBytes());
        stream.put(Topic.ENGAGEMENT_RECEIVED, good.handleKey().key(), null);
        stream.put(Topic.ENGAGEMENT_RECEIVED, null, JSON.write(good));
        stream.put(Topic.ENGAGEMENT_RECEIVED, good.handleKey().key(), "{}".getBytes());
        stream.put(Topic.ENGAGEMENT_RECEIVED, "another|key|x|y", JSON.write(good));
        stream.put(Topic.IDENTITY_ASSIGNED, good.handleKey().key(), "[]".getBytes());
        stream.put(Topic.IDENTITY_ASSIGNED, "another|key|x|y", assignment);
        stream.put(Topic.IDENTITY_PERSON, ScoringEventFixtures.personKey("Ada"), "{}".getBytes());
        stream.put(Topic.BRAND_REGISTERED, ScoringEventFixtures.BRAND.key(), "{}".getBytes());
        stream.assign(assigned("ada", "Ada", 1)).receive(good).settle();

        var aside = stream.deadLetters();
        assertThat(stream.counters.deadLetters).hasSize(10);
        // Those that cannot be decoded too: the driver drops what Kafka Streams sends while it buffers a record.
        assertThat(aside).hasSize(10);
        assertThat(aside).allSatisfy(record -> {
            assertThat(new String(record.headers().lastHeader("rapport_origin").value()))
                    .matches("rapport\\..*\\.v1-0@\\d+");
            assertThat(record.headers().lastHeader("rapport_reason").value()).isNotEmpty();
        });
        assertThat(aside.get(0).value()).isEqualTo("{broken".getBytes());
        assertThat(aside.get(1).value()).isEqualTo(unknown.getBytes());
        assertThat(aside.get(3).key()).isNull();
        assertThat(stream.person("Ada").contributions()).hasSize(1);
        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(1, 1, 0, 0, 0, 0, 0, 0));
    }
}
