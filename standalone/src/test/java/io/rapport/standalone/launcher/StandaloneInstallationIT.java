package io.rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.client.RowBatch;
import io.rapport.test.EventStream;
import io.rapport.test.EventStream.StreamedEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A request leads to people with scores in report, and to the same ones after a restart. */
class StandaloneInstallationIT {

    private static final String HOUSE = "house";
    private static final String BAKERY = "/agencies/house/brands/bakery";
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);

    @TempDir
    Path folder;

    @Test
    void reportShowsThePeopleOfARequestAlsoAfterARestart() throws Exception {
        Map<String, Double> strengths;
        StreamedEvent first;
        int published;
        try (var standalone = StandaloneInstallation.start(folder, 0)) {
            var connection = standalone.connection();
            assertThat(ConnectionInfo.of(folder)).isEqualTo(connection);
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve(ConnectionInfo.FILE))))
                    .isEqualTo("rw-------");

            register(connection);
            try (var stream = changes(connection, null)) {
                assertThat(PublishedChanges.of(connection, HOUSE, "bakery")).isEmpty();
                send(connection);
                await().until(() -> !stream.events.isEmpty());
                first = stream.events.get(0);
            }
            strengths = awaitPeople(connection);
            assertThat(strengths.get("Ada Moreno"))
                    .isGreaterThan(strengths.get("Ben Okafor"))
                    .isLessThan(100.0);
            awaitIdentity(connection);
            assertThat(page(connection.url() + BAKERY, connection.token()))
                    .contains("The Bakery", "Ada Moreno", "Ben Okafor")
                    .contains("href=\"" + BAKERY + "/reviews\"");
            assertThat(page(connection.url() + BAKERY + "/reviews", connection.token()))
                    .contains("href=\"" + BAKERY + "\"");
            published = PublishedChanges.of(connection, HOUSE, "bakery").size();
        }
        assertThat(folder.resolve(ConnectionInfo.FILE)).doesNotExist();

        try (var again = StandaloneInstallation.start(folder, 0)) {
            assertThat(awaitPeople(again.connection())).isEqualTo(strengths);
            awaitIdentity(again.connection());
            send(again.connection());
            await().until(() -> duplicates(again.connection()) == 3);
            assertThat(awaitPeople(again.connection())).isEqualTo(strengths);
            assertThatNothingIsMissing(again.connection(), first, published);
        }
    }

    /** A client that left after the first change gets all others once: those from before the restart, and the one of a new visitor. */
    private static void assertThatNothingIsMissing(ConnectionInfo connection, StreamedEvent first, int before)
            throws Exception {
        try (var resumed = changes(connection, first.id())) {
            var visitor = RowBatch.of(null, List.of(mention("4", "c-3", "Cem Aydin", "New here.")));
            assertThat(brand(connection)
                            .sendEngagements(connection.ingest(), visitor)
                            .accepted())
                    .isEqualTo(1);
            await().untilAsserted(() -> {
                var published = PublishedChanges.of(connection, HOUSE, "bakery");
                assertThat(published).hasSizeGreaterThan(before);
                assertThat(Stream.concat(Stream.of(first), resumed.events.stream())
                                .map(StreamedEvent::data))
                        .containsExactlyInAnyOrderElementsOf(published);
            });
        }
    }

    /** The stream of changes at the one address, once report knows the brand. */
    private static EventStream changes(ConnectionInfo connection, @Nullable String last) {
        return await().until(
                        () -> EventStream.open(
                                connection.url() + "/v1" + BAKERY + "/changes", connection.token(), last),
                        stream -> stream.status() == 200);
    }

    private static BrandClient brand(ConnectionInfo connection) {
        return new BrandClient(new RapportClient(connection.token()), HOUSE, "bakery");
    }

    private static void register(ConnectionInfo connection) throws InterruptedException {
        brand(connection)
                .register(connection.ingest(), Map.of("name", "The Bakery", "timeZone", "UTC", "clock", "EVENT"));
    }

    private static void send(ConnectionInfo connection) throws InterruptedException {
        var result = brand(connection)
                .sendEngagements(
                        connection.ingest(),
                        RowBatch.of(
                                null,
                                List.of(
                                        mention("1", "a-1", "Ada Moreno", "Best bread in town."),
                                        mention("2", "a-1", "Ada Moreno", "I came back for more."),
                                        mention("3", "b-2", "Ben Okafor", "Not bad."))));
        assertThat(result.rejected()).isEmpty();
        assertThat(result.accepted()).isEqualTo(3);
    }

    private static String mention(String id, String account, String name, String text) {
        return """
                {"source":"test","sourceId":"%s","channel":"x","occurredAt":"%sT10:00:00Z","direction":"INBOUND",\
                "kind":"MENTION","actor":{"id":"%s","displayName":"%s"},"content":{"text":"%s"}}""".formatted(id, DAY, account, name, text);
    }

    /** The strength of each person by name, when all three mentions are scored. */
    private static Map<String, Double> awaitPeople(ConnectionInfo connection) {
        return await().ignoreExceptions()
                .until(
                        () -> mentions(connection) == 3
                                ? strengths(brand(connection).get(connection.report(), "/people"))
                                : Map.of(),
                        found -> found.keySet().equals(Set.of("Ada Moreno", "Ben Okafor")));
    }

    private static long mentions(ConnectionInfo connection) throws InterruptedException {
        var mentions = 0L;
        for (var person : brand(connection).get(connection.report(), "/people").path("items")) {
            var path = "/people/" + person.path("person").asString() + "/explanation";
            mentions += brand(connection)
                    .get(connection.report(), path)
                    .at("/lines/0/count")
                    .asLong();
        }
        return mentions;
    }

    private static Map<String, Double> strengths(JsonNode people) {
        var strengths = new TreeMap<String, Double>();
        for (var person : people.path("items")) {
            strengths.put(
                    person.path("name").asString(), person.path("strength").asDouble());
        }
        return strengths;
    }

    private static void awaitIdentity(ConnectionInfo connection) {
        await().ignoreExceptions()
                .until(() -> brand(connection)
                                .get(connection.identity(), "/people")
                                .path("items")
                                .size()
                        == 2);
    }

    private static String page(String url, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/html")
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static long duplicates(ConnectionInfo connection) throws InterruptedException {
        return brand(connection)
                .get(connection.report(), "/accounts")
                .path("duplicates")
                .asLong();
    }
}
