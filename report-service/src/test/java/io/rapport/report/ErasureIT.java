package io.rapport.report;

import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.brandDay;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.handle;
import static io.rapport.report.ReportTestEvents.judged;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.profile;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.PersonDescribedBuilder;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PersonErasedBuilder;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.test.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** Erasure: all data of a person is deleted, the deletion is reported, and a new store does not contain the person. */
class ErasureIT {

    private static final BrandKey BRAND = new BrandKey("erase", "acme");
    private static final String PEOPLE = "/v1/agencies/erase/brands/acme/people";
    private static final HandleKey HANDLE = new HandleKey(BRAND, "x", "ida");
    private static final Instant AT = Instant.parse("2025-05-01T10:00:00Z");

    private final SuppressionHashes hashes = new SuppressionHashes(ReportServer.HASH_KEY);

    @Test
    void erasedPersonStaysErasedInANewStore() {
        var happened = engagement(HANDLE, "i1", AT, EngagementKind.REVIEW);
        try (var server = new ReportServer()) {
            server.register(BRAND, "Acme");
            server.issue("erase", "reading-erasures", Set.of("acme"), Scope.READ);
            publish(server);
            server.publish(happened).publish(Topic.SENTIMENT_JUDGED, HANDLE.key(), judged(happened, 0.5, AT), 1);
            server.awaitReadiness().awaitProjections();
            assertThat(held(server)).isTrue();
            assertThat(server.post(
                                    path() + "/stories",
                                    ReportServer.ADMIN,
                                    "{\"kind\": \"SUCCESS\", \"day\": \"2025-05-01\", \"text\": \"Ida helped.\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(server.post(
                                    path() + "/reminders",
                                    ReportServer.ADMIN,
                                    "{\"due\": \""
                                            + LocalDate.now(ZoneOffset.UTC).plusDays(9) + "\", \"text\": \"Call Ida\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(server.post(
                                    "/v1/agencies/erase/brands/acme/suggestions/thank/" + person("ida") + "/dismiss",
                                    ReportServer.ADMIN,
                                    "{\"reason\": \"Ida is away\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(server.get(path() + "/export").body()).contains("Call Ida", "Ida is away");
            assertThat(server.get(path() + "/export", "reading-erasures", "application/json")
                            .status())
                    .isEqualTo(403);

            server.publish(Topic.PERSON_ERASED, erased().key(), erased(), 1)
                    .publish(Topic.IDENTITY_ASSIGNED, HANDLE.key(), null, 2)
                    .publish(Topic.IDENTITY_PERSON, BRAND.key(person("ida").toString()), null, 2);

            await().until(() -> told().size() == 2);
            assertThat(told().get(hashes.hashHandle(HANDLE)))
                    .isEqualTo(Map.of("handles", 1L, "engagements", 1L, "judgements", 1L));
            assertThat(told().get(person("ida").toString()))
                    .isEqualTo(Map.of(
                            "ties",
                            0L,
                            "profiles",
                            1L,
                            "relationships",
                            1L,
                            "history",
                            1L,
                            "stories",
                            1L,
                            "reminders",
                            1L,
                            "dismissedSuggestions",
                            1L));
            assertGone(server);
        }
        try (var anew = new ReportServer()) {
            anew.awaitReadiness()
                    .publish(engagement(HANDLE, "i2", AT, EngagementKind.REVIEW))
                    .publish(relationship("else").of(BRAND).state())
                    .awaitProjections();
            assertThat(anew.get(PEOPLE + "/" + person("else")).status()).isEqualTo(200);
            assertGone(anew);
        }
    }

    private static boolean held(ReportServer server) {
        var export = server.get(path() + "/export");
        return export.status() == 200
                && export.body().contains("\"polarity\":0.5")
                && export.body().contains("Ida Example")
                && export.json().get("relationship") != null
                && !((List<?>) export.json().get("history")).isEmpty()
                && !((List<?>) export.json().get("engagements")).isEmpty()
                && server.get(PEOPLE).items().size() == 1;
    }

    private static void publish(ReportServer server) {
        server.publish(brandDay(BRAND, DAY, 1, 1))
                .publish(handle(
                        HANDLE,
                        person("ida"),
                        1,
                        handle("x", "ida", person("ida"), 1).profile()))
                .publish(Topic.IDENTITY_PERSON, BRAND.key(person("ida").toString()), described(), 1)
                .publish(relationship("ida").of(BRAND).state());
    }

    private static Object described() {
        var profile = profile(person("ida"), "Ida Example", null, 1);
        return PersonDescribedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .person(profile.person())
                .name(profile.name())
                .since(profile.since())
                .distinctFrom(List.of())
                .decisions(List.of())
                .version(1)
                .at(profile.at())
                .build();
    }

    private static void assertGone(ReportServer server) {
        assertThat(server.get(path()).status()).isEqualTo(404);
        assertThat(server.get(path() + "/timeline").status()).isEqualTo(404);
        assertThat(server.get(path() + "/explanation").status()).isEqualTo(404);
        assertThat(server.get(path() + "/export").status()).isEqualTo(404);
        assertThat(server.get("/v1/agencies/erase/brands/acme/stories").items()).isEmpty();
        assertThat(server.get("/v1/agencies/erase/brands/acme/reminders").items())
                .isEmpty();
        assertThat(server.get("/v1/agencies/erase/brands/acme/suggestions/dismissed")
                        .items())
                .isEmpty();
        assertThat(server.get(PEOPLE).body()).doesNotContain("ida", "Ida");
        assertThat(server.get(PEOPLE + "?asOf=" + DAY.minusDays(1)).body())
                .doesNotContain(person("ida").toString());
    }

    private static String path() {
        return PEOPLE + "/" + person("ida");
    }

    private PersonErased erased() {
        var hash = List.of(hashes.hashHandle(HANDLE));
        return PersonErasedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .erasure(new UUID(4, 2))
                .people(List.of(person("ida")))
                .handles(hash)
                .suppressed(hash)
                .keyCheck(hashes.keyCheck(BRAND.agency()))
                .by("test")
                .at(AT)
                .parts(List.of())
                .version(1)
                .build();
    }

    /** The reported deletions by subject; the first report of each. */
    private static Map<String, Map<String, Long>> told() {
        var told = new HashMap<String, Map<String, Long>>();
        var settings = new HashMap<String, Object>(TestBroker.client());
        settings.remove("group.id");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.ERASURE_DONE.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> {
                    var done = new JsonSerde<>(ErasureDone.class).read(each.value());
                    told.putIfAbsent(done.subject(), done.removed());
                });
            }
        }
        return told;
    }
}
