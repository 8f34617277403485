package io.rapport.standalone.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.TopicKeys;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.client.RowBatch;
import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StandaloneInstallation;
import io.rapport.standalone.subscriber.Subscriber.ReceivedState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records of a running installation comply with the documentation for subscribers. */
class PublicTopicsIT {

    private static final List<String> HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_dataschema",
            "content-type");

    private static final String POST = """
            {"source":"test","sourceId":"p-1","channel":"x","occurredAt":"2025-03-01T09:00:00Z","direction":"OUTBOUND",\
            "kind":"POST","actor":{"id":"the-bakery"},"object":{"id":"p-1"},"content":{"text":"Fresh sourdough"}}""";

    @TempDir
    static Path folder;

    private static StandaloneInstallation standalone;
    private static Map<String, String> people;

    @BeforeAll
    static void start() throws Exception {
        standalone = StandaloneInstallation.start(folder.resolve("data"), 0);
        send();
        people = await().ignoreExceptions()
                .until(
                        PublicTopicsIT::people,
                        found -> found.keySet().equals(Set.of("Ada Moreno", "Ada M.", "Ben Okafor")));
        merge(people.get("Ada Moreno"), people.get("Ada M."));
    }

    @AfterAll
    static void stop() {
        standalone.close();
    }

    @Test
    void everyRecordCompliesWithItsSchemaAndTheDocumentation() {
        try (var subscriber = new Subscriber(connection().kafka())) {
            subscriber.readUntil(() -> isSettled(subscriber));
            var own = own(subscriber);
            assertThat(own)
                    .extracting(each -> each.topic().name())
                    .contains(
                            "rapport.score.relationship.current.v1",
                            "rapport.score.relationship.changes.v1",
                            "rapport.score.brand.current.v1",
                            "rapport.score.brand.changes.v1",
                            "rapport.sentiment.spread.current.v1",
                            "rapport.sentiment.spread.changes.v1",
                            "rapport.content.resonance.current.v1");
            assertThat(own).allSatisfy(PublicTopicsIT::assertDocumentedForm);
            assertThat(own.stream().map(each -> each.headers().get("ce_id"))).doesNotHaveDuplicates();
            assertSequenceIncreasesPerKey(own);
        }
    }

    @Test
    void aMergedPersonIsWithdrawnAndRecordsHaveStableIds() {
        try (var one = new Subscriber(connection().kafka());
                var other = new Subscriber(connection().kafka())) {
            one.readUntil(() -> isSettled(one));
            var ids = byId(one);
            other.readUntil(() -> byId(other).keySet().containsAll(ids.keySet()));
            assertThat(one.of(PublicTopic.RELATIONSHIPS).keySet().stream()
                            .filter(key -> !key.equals(FutureStatePublisher.KEY)))
                    .hasSameSizeAs(List.of("survivor", "Ben"));
            assertThat(byId(other)).containsAllEntriesOf(ids);
        }
    }

    @Test
    void theDocumentedProgramAcceptsUnknownFieldsAndValues() throws Exception {
        try (var publisher = new FutureStatePublisher(connection().kafka());
                var subscriber = new Subscriber(connection().kafka());
                var example = new DocumentedExample(folder, connection().kafka())) {
            publisher.commit(FutureStatePublisher.state(6));
            publisher.commit(FutureStatePublisher.state(5));
            publisher.commit(FutureStatePublisher.state(6));
            publisher.abort(FutureStatePublisher.state(8));
            publisher.commit(FutureStatePublisher.state(7));
            var expected = List.of(
                    FutureStatePublisher.KEY + ": SAINT, strength 6.5, because of HEARSAY",
                    FutureStatePublisher.KEY + ": SAINT, strength 7.5, because of HEARSAY");
            await().until(() -> example.lines().containsAll(expected));
            subscriber.readUntil(() -> publishedSequence(subscriber) == 7);
            publisher.commit(null);
            await().until(() -> example.lines().contains(FutureStatePublisher.KEY + " is gone"));
            subscriber.readUntil(() -> subscriber.newest(PublicTopic.RELATIONSHIPS, FutureStatePublisher.KEY) == null);

            assertThat(example.lines().stream().filter(line -> line.startsWith(FutureStatePublisher.KEY)))
                    .containsExactly(expected.get(0), expected.get(1), FutureStatePublisher.KEY + " is gone");
            await().until(() -> example.lines().stream()
                    .anyMatch(line -> line.startsWith("house|bakery|" + people.get("Ben Okafor"))));
            assertThat(subscriber.received().stream()
                            .filter(each -> each.key().equals(FutureStatePublisher.KEY))
                            .map(ReceivedState::applied))
                    .containsExactly(true, false, false, true, true);
            assertThat(PublicTopic.RELATIONSHIPS.violations(FutureStatePublisher.state(6)))
                    .isEmpty();
        }
    }

    @Test
    void schemaValidationFindsViolations() {
        assertThat(PublicTopic.RELATIONSHIPS.violations(
                        FutureStatePublisher.state(6).replace("\"strength\":6.5", "\"strength\":\"x\"")))
                .isNotEmpty();
        assertThat(PublicTopic.RELATIONSHIPS.violations("{}")).isNotEmpty();
    }

    /** The records of the installation by id. */
    private static Map<String, String> byId(Subscriber subscriber) {
        var byId = new HashMap<String, String>();
        own(subscriber).forEach(each -> byId.put(each.headers().get("ce_id"), each.value()));
        return byId;
    }

    private static List<ReceivedState> own(Subscriber subscriber) {
        return subscriber.received().stream()
                .filter(each -> !each.key().equals(FutureStatePublisher.KEY))
                .toList();
    }

    private static void assertDocumentedForm(ReceivedState state) {
        var headers = state.headers();
        assertThat(headers.keySet()).containsAll(HEADERS);
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "urn:rapport:scoring")
                .containsEntry("ce_subject", state.key())
                .containsEntry("ce_type", "io.rapport." + state.topic().event() + ".v1")
                .containsEntry(
                        "ce_dataschema", "urn:rapport:schema:" + state.topic().event() + ":v1")
                .containsEntry("content-type", "application/json");
        if (state.value() == null) {
            assertThat(state.topic().name()).contains(".current.");
            return;
        }
        assertThat(state.topic().violations(state.value())).isEmpty();
        var parts = TopicKeys.split(state.key());
        var keyedBy = state.topic().keyedBy();
        assertThat(parts).hasSameSizeAs(keyedBy);
        for (var i = 0; i < parts.size(); i++) {
            assertThat(state.json().path(keyedBy.get(i)).asString()).isEqualTo(parts.get(i));
        }
        assertThat(state.value()).doesNotContain("Ada", "Moreno", "Okafor", "a-1", "b-2", "sourdough");
    }

    private static void assertSequenceIncreasesPerKey(List<ReceivedState> records) {
        var last = new HashMap<String, Long>();
        for (var each : records) {
            if (each.value() != null) {
                var sequence = each.json().path("sequence").asLong();
                var before = last.put(each.topic().name() + " " + each.key(), sequence);
                assertThat(sequence).isGreaterThan(Objects.requireNonNullElse(before, -1L));
            }
        }
    }

    /** All people have a score, and the merged person is withdrawn. */
    private static boolean isSettled(Subscriber subscriber) {
        var relationships = subscriber.of(PublicTopic.RELATIONSHIPS).keySet();
        return relationships.contains("house|bakery|" + people.get("Ben Okafor"))
                && subscriber.received().stream()
                        .anyMatch(each -> each.value() == null && !each.key().equals(FutureStatePublisher.KEY))
                && relationships.stream()
                                .filter(key -> !key.equals(FutureStatePublisher.KEY))
                                .count()
                        == 2
                && PublicTopic.ALL.stream()
                        .noneMatch(topic -> subscriber.of(topic).isEmpty());
    }

    private static long publishedSequence(Subscriber subscriber) {
        var newest = subscriber.newest(PublicTopic.RELATIONSHIPS, FutureStatePublisher.KEY);
        return newest == null ? 0 : newest.path("sequence").asLong();
    }

    private static ConnectionInfo connection() {
        return standalone.connection();
    }

    private static BrandClient brand() {
        return new BrandClient(new RapportClient(connection().token()), "house", "bakery");
    }

    private static void send() throws InterruptedException {
        brand().register(connection().ingest(), Map.of("name", "The Bakery", "timeZone", "UTC", "clock", "EVENT"));
        var result = brand().sendEngagements(
                        connection().ingest(),
                        RowBatch.of(
                                null,
                                List.of(
                                        mention("1", "x", "a-1", "Ada Moreno"),
                                        mention("2", "mastodon", "a-1", "Ada M."),
                                        mention("3", "x", "b-2", "Ben Okafor"),
                                        mention("4", "x", "b-2", "Ben Okafor"),
                                        POST)));
        assertThat(result.accepted()).isEqualTo(5);
    }

    private static String mention(String id, String channel, String account, String name) {
        return """
                {"source":"test","sourceId":"%s","channel":"%s","occurredAt":"2025-03-0%sT10:00:00Z",\
                "direction":"INBOUND","kind":"MENTION","actor":{"id":"%s","displayName":"%s"},\
                "content":{"text":"Lovely sourdough!"}}""".formatted(id, channel, id, account, name);
    }

    private static Map<String, String> people() throws InterruptedException {
        var found = new TreeMap<String, String>();
        for (var person : brand().get(connection().report(), "/people").path("items")) {
            found.put(person.path("name").asString(), person.path("person").asString());
        }
        brand().get(connection().identity(), "/people/" + found.get("Ada M."));
        return found;
    }

    private static void merge(String one, String other) throws Exception {
        var path = "/v1/agencies/house/brands/bakery/people/" + one + "/merge";
        var request = HttpRequest.newBuilder(URI.create(connection().identity() + path))
                .header("Authorization", "Bearer " + connection().token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"other\": \"" + other + "\", \"reason\": \"One and the same\"}"))
                .build();
        var merged = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
    }
}
