package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.content.PostFigures;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.test.OpenApiLint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker: results are exact, also after restarts and loss of the state stores. */
class ScoringIT {

    private static final int HANDLES = 20;
    private static final int PEOPLE = 8;
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final String BROKEN = "{broken";
    private static final String MODELS = "/v1/agencies/agency/brands/%s/models";

    private final Random random = new Random(7);
    private final ReferenceScores batch = new ReferenceScores();
    private final Map<String, Long> versions = new HashMap<>();

    @Test
    void isExactThroughRestartsAndTheLossOfItsState(@TempDir Path stateDir) throws IOException {
        try (var service = new ScoringServiceFixture(stateDir)) {
            service.register(ReferenceValueFigures.priced(ScoringEventFixtures.registered(BrandClock.EVENT)));
            play(service, 0, 400);
            send(service, ScoringEventFixtures.in(post("post"), new MessageRef("p1", null, null, null, null, null)));
            send(
                    service,
                    ScoringEventFixtures.in(comment("answer"), new MessageRef(null, "p1", null, null, null, null)));
            service.send(
                    Topic.ENGAGEMENT_RECEIVED,
                    ScoringEventFixtures.handle("h1").key(),
                    BROKEN.getBytes(StandardCharsets.UTF_8));
            awaitEverything(service);
            assertPosts(service);
            assertSetAside(service);
            assertModels(service);
            var before = service.people();

            service.restart();
            batch.all().forEach(engagement -> send(service, engagement));
            awaitEverything(service);
            assertThat(withoutHistory(service.people())).isEqualTo(withoutHistory(before));

            service.stop();
            delete(stateDir);
            service.start();
            play(service, 400, 100);
            awaitEverything(service);
            assertSequencesRise(service);
            assertWithdrawal(service);
        }
    }

    /** What an engagement was counted as is restored with the other state. */
    private static void assertWithdrawal(ScoringServiceFixture service) {
        var before = service.brand().accounts();
        service.receive(EngagementReceivedBuilder.builder(comment("answer"))
                .revision(1L)
                .withdrawn(true)
                .build());
        await().untilAsserted(() -> {
            var accounts = service.brand().accounts();
            assertThat(accounts.scored()).isEqualTo(before.scored() - 1);
            assertThat(accounts.withdrawn()).isOne();
            assertThat(accounts.revised()).isOne();
            assertThat(lastPosts(service)).singleElement().matches(post -> post.engagements() == 0);
        });
    }

    private void play(ScoringServiceFixture service, int from, int events) {
        for (var n = from; n < from + events; n++) {
            send(service, engagement(n));
            if (n % 5 == 0) {
                var handle = "h" + random.nextInt(HANDLES);
                var person = "P" + random.nextInt(PEOPLE);
                var assigned = ScoringEventFixtures.staff(
                        handle, person, random.nextInt(8) == 0, versions.merge(handle, 1L, Long::sum));
                service.assign(assigned);
                batch.assign(assigned);
            }
            if (n % 50 == 0) {
                var person = "P" + random.nextInt(PEOPLE + 2);
                var described = ScoringEventFixtures.described(
                        person, random.nextBoolean(), versions.merge(person, 1L, Long::sum));
                service.describe(described);
                batch.describe(described);
            }
        }
    }

    private void send(ScoringServiceFixture service, EngagementReceived engagement) {
        service.receive(engagement);
        batch.receive(engagement);
    }

    private EngagementReceived engagement(int n) {
        var outbound = n % 3 == 0 || n % 40 == 0;
        var kinds = new EngagementKind[] {
            EngagementKind.COMMENT,
            EngagementKind.SHARE,
            EngagementKind.MESSAGE,
            EngagementKind.REVIEW,
            EngagementKind.REFERRAL,
            EngagementKind.PURCHASE
        };
        var engagement = ScoringEventFixtures.engagement(
                ScoringEventFixtures.handle("h" + random.nextInt(HANDLES)),
                "s" + n,
                FIRST.plusDays(n / 5),
                outbound ? Direction.OUTBOUND : Direction.INBOUND,
                n % 40 == 0 ? EngagementKind.POST : kinds[random.nextInt(outbound ? 3 : kinds.length)]);
        var said = ScoringEventFixtures.saying(
                engagement,
                List.of(MessageFixtures.GOOD, MessageFixtures.BAD, MessageFixtures.NEITHER)
                                .get(n % 3) + " " + n);
        var detailed = RandomHistoryTest.detailed(random, said);
        return n % 25 == 0 ? ScoringEventFixtures.bot(detailed) : detailed;
    }

    private static EngagementReceived post(String sourceId) {
        return ScoringEventFixtures.outbound("brand", sourceId, FIRST.toString(), EngagementKind.POST);
    }

    private static EngagementReceived comment(String sourceId) {
        return ScoringEventFixtures.inbound("somebody", sourceId, FIRST.toString(), EngagementKind.COMMENT);
    }

    private static void assertPosts(ScoringServiceFixture service) {
        await().untilAsserted(() -> {
            assertThat(lastPosts(service)).singleElement().satisfies(post -> {
                assertThat(post.post()).isEqualTo("p1");
                assertThat(post.engagements()).isEqualTo(1);
            });
        });
    }

    private static List<PostFigures> lastPosts(ScoringServiceFixture service) {
        var states = service.read(Topic.CONTENT_CURRENT.name()).stream()
                .filter(record -> BrandKey.of(record.key()).equals(ScoringEventFixtures.BRAND))
                .toList();
        assertThat(states).isNotEmpty();
        return new JsonSerde<>(ContentMeasured.class)
                .read(states.get(states.size() - 1).value())
                .posts();
    }

    private void awaitEverything(ScoringServiceFixture service) {
        await().pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var brand = service.brand();
            assertThat(brand).isNotNull();
            assertThat(brand.accounts()).isEqualTo(batch.accounts());
            assertThat(brand.asOf()).isEqualTo(batch.day());
            assertFigures(brand);
            assertPeople(service.people());
        });
    }

    private void assertFigures(BrandScoreChanged brand) {
        for (var window : brand.windows()) {
            assertThat(window.returned()).isCloseTo(batch.returned(window.window()), within(1e-6));
            assertThat(window.invested()).isCloseTo(batch.invested(window.window()), within(1e-6));
            assertThat(window.seen()).isEqualTo(batch.seen(window.window()));
        }
        ReferenceValueFigures.assertValue(brand.value(), batch);
        ReferenceServiceFigures.assertService(brand.service(), batch);
    }

    private void assertPeople(Map<String, RelationshipScoreChanged> people) {
        var expected = batch.people();
        assertThat(people).containsOnlyKeys(expected.keySet());
        expected.forEach((key, score) -> {
            assertThat(people.get(key).strength()).isCloseTo(score.strength(), within(1e-9));
            assertThat(people.get(key).contributions())
                    .isEqualTo(score.breakdown().contributions());
            assertThat(people.get(key).asOf()).isEqualTo(score.asOf());
            assertThat(people.get(key).client()).isEqualTo(batch.isClient(key));
            assertThat(people.get(key).identityVersion()).isEqualTo(batch.identityVersion(key));
        });
        ReferenceServiceFigures.assertOwed(people, batch);
    }

    private static void assertSetAside(ScoringServiceFixture service) {
        await().untilAsserted(() -> assertThat(service.read(ScoringTopologyDriver.DEAD_LETTERS))
                .filteredOn(record -> !record.key().contains("|killed|"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(new String(record.value(), StandardCharsets.UTF_8))
                            .isEqualTo(BROKEN);
                    assertThat(new String(
                                    record.headers()
                                            .lastHeader("rapport_origin")
                                            .value(),
                                    StandardCharsets.UTF_8))
                            .startsWith(Topic.ENGAGEMENT_RECEIVED.name());
                }));
        assertThat(service.body("/actuator/prometheus", ScoringServiceFixture.TOKEN))
                .contains("rapport_dead_letters_total{")
                .contains("rapport_scoring_engagements_total{")
                .contains("kafka_stream_");
    }

    private static void assertModels(ScoringServiceFixture service) {
        assertThat(service.status(MODELS.formatted("brand"), "wrong")).isEqualTo(401);
        assertThat(service.status(MODELS.formatted("unknown"), ScoringServiceFixture.TOKEN))
                .isEqualTo(404);
        assertThat(service.body(MODELS.formatted("brand"), ScoringServiceFixture.TOKEN))
                .contains("\"version\":\"standard-1\"", "\"active\":true", "\"REFERRAL\":{");
        var api = service.body("/openapi.json", ScoringServiceFixture.TOKEN);
        assertThat(api).contains("/models");
        assertThat(OpenApiLint.errors(api)).isEmpty();
    }

    private static void assertSequencesRise(ScoringServiceFixture service) {
        var last = new HashMap<String, Long>();
        var serde = new JsonSerde<>(RelationshipScoreChanged.class);
        for (var record : service.read(Topic.RELATIONSHIP_CHANGES.name())) {
            var sequence = serde.read(record.value()).sequence();
            assertThat(sequence).isGreaterThan(last.getOrDefault(record.key(), 0L));
            last.put(record.key(), sequence);
        }
        assertThat(last).isNotEmpty();
    }

    private static Map<String, RelationshipScoreChanged> withoutHistory(Map<String, RelationshipScoreChanged> people) {
        var plain = new HashMap<String, RelationshipScoreChanged>();
        people.forEach((key, state) -> plain.put(key, PersonTopologyTest.withoutHistory(state)));
        return plain;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectory(directory);
    }
}
