package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.Topic;
import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Erases a person with two accounts and a row of the client list through REST, in all stores and topics. */
class ErasureIT {

    private static final String AGENCY = "privacy";
    private static final String BRAND = "shop";
    /** All texts that identify the person; none of them can be a part of a UUID. */
    private static final List<String> TRACES =
            List.of("zelda-on-x", "zelda-on-masto", "Zelda", "zelda", "client-4711", "zelda@example.com");

    @TempDir
    static Path folder;

    @Test
    void anErasedPersonIsRemovedEverywhereAndStaysSuppressed() throws Exception {
        var data = folder.resolve("data");
        String person;
        try (var rapport = StandaloneInstallation.start(data, 0)) {
            var api = new RestApi(rapport.connection());
            api.register(AGENCY, BRAND);
            person = createPeople(api);
            assertThat(traces(rapport.connection())).isNotEmpty();
            var others = api.report(AGENCY, BRAND, "/accounts").get("scored").asInt();
            assertThat(others).isEqualTo(4);

            var response = api.erase(AGENCY, BRAND, person, "Request 12");
            assertThat(response.status()).isEqualTo(202);
            var id = response.body().get("id").asString();
            await().until(() ->
                    api.erasure(AGENCY, BRAND, id).body().get("done").asBoolean());

            assertReceipt(api.erasure(AGENCY, BRAND, id).body());
            assertGone(api, rapport.connection(), person);
            assertThat(tombstones(rapport.connection(), Topic.IDENTITY_ASSIGNED))
                    .hasSize(2);
            assertThat(tombstones(rapport.connection(), Topic.IDENTITY_PERSON)).hasSizeGreaterThanOrEqualTo(2);
            assertThat(tombstones(rapport.connection(), Topic.CLIENT_LISTED)).hasSize(1);
            await().untilAsserted(() -> assertAccounts(api, 5, 1, 4));
            assertSuppressed(api);
            assertGone(api, rapport.connection(), person);
        }
        // The in-memory store and the state of the stream are lost: all topics are read again.
        FileSystemUtils.deleteRecursively(data.resolve("streams"));
        try (var again = StandaloneInstallation.start(data, 0)) {
            var api = new RestApi(again.connection());
            await().untilAsserted(() -> {
                assertThat(names(api)).containsExactly("@bob on x");
                // The engagements of Bob and of the bot were sent twice.
                assertAccounts(api, 7, 1, 6);
            });
            assertGone(api, again.connection(), person);
            assertSuppressed(api);
            assertGone(api, again.connection(), person);
        }
    }

    /** Creates Zelda, with two accounts of one e-mail address and a row of the client list, and Bob; returns Zelda's id. */
    private static String createPeople(RestApi api) {
        api.clients(AGENCY, BRAND, "client,name,email,x\nclient-4711,Zelda Example,zelda@example.com,zelda-on-x\n");
        api.send(AGENCY, BRAND, lines());
        await().until(() -> api.report(AGENCY, BRAND, "/accounts").get("scored").asInt() == 4
                && names(api).size() == 2
                && handles(api).contains(2)
                && zelda(api).isPresent()
                && timeline(api, zelda(api).orElseThrow()) == 3
                && api.rejected(AGENCY, BRAND).get("items").size() == 1);
        return zelda(api).orElseThrow();
    }

    private static Optional<String> zelda(RestApi api) {
        return StreamSupport.stream(people(api).spliterator(), false)
                .filter(each -> each.get("name").asString().startsWith("Zelda"))
                .map(each -> each.get("person").asString())
                .findFirst();
    }

    private static int timeline(RestApi api, String person) {
        return api.report(AGENCY, BRAND, "/people/" + person + "/timeline")
                .get("items")
                .size();
    }

    private static String lines() {
        return String.join(
                "\n",
                line("x", "{\"id\":\"zelda-on-x\",\"name\":\"zelda\",\"email\":\"zelda@example.com\"}", 1),
                line("x", "{\"id\":\"zelda-on-x\",\"name\":\"zelda\",\"email\":\"zelda@example.com\"}", 2),
                line("mastodon", "{\"id\":\"zelda-on-masto\",\"email\":\"zelda@example.com\"}", 3),
                line("x", "{\"id\":\"bob\"}", 4),
                // Rejected, and contains her account.
                line("x", "{\"id\":\"zelda-on-x\"}", 5).replace("COMMENT", "APPLAUSE"),
                // Withheld: a bot.
                line("x", "{\"id\":\"robot\",\"bot\":true}", 6));
    }

    private static String line(String channel, String actor, int n) {
        return "{\"source\":\"test\",\"sourceId\":\"%d\",\"channel\":\"%s\",\"occurredAt\":\"2026-01-0%dT00:00:00Z\",\"direction\":\"INBOUND\",\"kind\":\"COMMENT\",\"actor\":%s,\"content\":{\"text\":\"good\"}}"
                .formatted(n, channel, n, actor);
    }

    private static void assertReceipt(JsonNode receipt) {
        var removed = new HashMap<String, JsonNode>();
        receipt.get("parts").forEach(part -> {
            assertThat(part.get("done").asBoolean()).isTrue();
            removed.put(part.get("service").asString(), part.get("removed"));
        });
        assertThat(removed).containsOnlyKeys("identity", "topics", "ingest", "scoring", "report");
        assertThat(removed.get("identity").get("handles").asInt()).isEqualTo(2);
        assertThat(removed.get("identity").get("clients").asInt()).isEqualTo(1);
        assertThat(removed.get("topics").get("identity.assigned").asInt()).isEqualTo(2);
        assertThat(removed.get("ingest").get("rejected").asInt()).isEqualTo(1);
        assertThat(removed.get("scoring").get("ledgers").asInt()).isEqualTo(2);
        assertThat(removed.get("scoring").get("engagements").asInt()).isEqualTo(3);
        assertThat(removed.get("report").get("engagements").asInt()).isEqualTo(3);
        assertThat(removed.get("report").get("relationships").asInt()).isEqualTo(1);
        assertThat(receipt.toString()).doesNotContain(TRACES);
    }

    private static void assertGone(RestApi api, ConnectionInfo connection, String person) {
        for (var path : List.of("", "/timeline", "/explanation", "/export")) {
            assertThat(api.get(connection.report(), AGENCY, BRAND, "/people/" + person + path)
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(api.get(connection.identity(), AGENCY, BRAND, "/people/" + person)
                        .status())
                .isEqualTo(404);
        assertThat(api.get(connection.identity(), AGENCY, BRAND, "/people?q=zelda")
                        .body()
                        .get("items"))
                .isEmpty();
        assertThat(names(api)).containsExactly("@bob on x");
        assertThat(api.rejected(AGENCY, BRAND).toString()).doesNotContain(TRACES);
        await().untilAsserted(() -> assertThat(traces(connection)).isEmpty());
    }

    private static void assertAccounts(RestApi api, int received, int scored, int notScored) {
        var accounts = api.report(AGENCY, BRAND, "/accounts");
        assertThat(accounts.get("received").asInt()).isEqualTo(received);
        assertThat(accounts.get("scored").asInt()).isEqualTo(scored);
        assertThat(received - scored).isEqualTo(notScored);
        assertThat(accounts.get("balances").asBoolean()).isTrue();
    }

    /** Her records are rejected and not kept when they are sent again. */
    private static void assertSuppressed(RestApi api) {
        var response = api.send(AGENCY, BRAND, lines());
        assertThat(codes(response))
                .containsExactlyInAnyOrder("SUPPRESSED", "SUPPRESSED", "SUPPRESSED", "UNKNOWN_VALUE");
        var list = api.clients(
                AGENCY, BRAND, "client,name,email\nclient-4711,Zelda Example,\nnew,Zelda Example,zelda@example.com\n");
        assertThat(codes(list)).containsExactly("SUPPRESSED", "SUPPRESSED");
    }

    private static List<String> codes(JsonNode response) {
        return StreamSupport.stream(response.get("rejected").spliterator(), false)
                .map(rejected -> rejected.get("code").asString())
                .toList();
    }

    private static JsonNode people(RestApi api) {
        return api.report(AGENCY, BRAND, "/people").get("items");
    }

    private static List<String> names(RestApi api) {
        return StreamSupport.stream(people(api).spliterator(), false)
                .map(each -> each.get("name").asString())
                .toList();
    }

    private static List<Integer> handles(RestApi api) {
        return StreamSupport.stream(people(api).spliterator(), false)
                .map(each -> each.get("handles").size())
                .toList();
    }

    private static List<String> traces(ConnectionInfo connection) {
        return PersonalDataSearch.of(TRACES, connection);
    }

    private static List<String> tombstones(ConnectionInfo connection, Topic topic) {
        var keys = new ArrayList<String>();
        PersonalDataSearch.newest(connection, topic).forEach((key, value) -> {
            if (value == null) {
                keys.add(key);
            }
        });
        return keys;
    }
}
