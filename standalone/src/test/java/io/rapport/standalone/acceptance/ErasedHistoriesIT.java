package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Erases a person who was merged and split, merged and undone, suggested, accepted, undone and rejected before. No store and no
 * topic contains their data, in the histories of other people either.
 */
class ErasedHistoriesIT {

    private static final BrandKey BRAND = new BrandKey("privacy", "histories");
    /** All texts that identify the person; none of them can be a part of a UUID. */
    private static final List<String> TRACES =
            List.of("Thaddea", "Quillfeather", "thaddea quillfeather", "client-77", "thaddea@example.com");

    private static final UUID THADDEA = DeterministicIds.clientPerson(BRAND, "client-77");
    private static final HandleKey SPELT = new HandleKey(BRAND, "bluesky", "spelt");
    private static final HandleKey OTTO = new HandleKey(BRAND, "x", "otto");
    private static final HandleKey OLGA = new HandleKey(BRAND, "reddit", "olga");

    @TempDir
    static Path folder;

    @Test
    void historiesOfOthersContainNothingOfAnErasedPerson() throws Exception {
        try (var rapport = StandaloneInstallation.start(folder.resolve("data"), 0)) {
            var connection = rapport.connection();
            var api = new RestApi(connection);
            api.register(BRAND.agency(), BRAND.brand());
            histories(api, connection.identity() + "/v1/agencies/privacy/brands/histories");
            assertThat(PersonalDataSearch.of(TRACES, connection))
                    .contains("rapport.identity.person.v1", "rapport_identity.people");

            var response = api.erase(BRAND.agency(), BRAND.brand(), THADDEA.toString(), "Request 13");
            assertThat(response.status()).isEqualTo(202);
            var id = response.body().get("id").asString();
            await().until(() -> api.erasure(BRAND.agency(), BRAND.brand(), id)
                    .body()
                    .get("done")
                    .asBoolean());

            await().untilAsserted(() ->
                    assertThat(PersonalDataSearch.of(TRACES, connection)).isEmpty());
            var receipt = api.erasure(BRAND.agency(), BRAND.brand(), id).body();
            assertThat(removed(receipt, "identity").get("evidence").asInt()).isPositive();
            assertThat(receipt.toString()).doesNotContain(TRACES);
            for (var handle : List.of(SPELT, OTTO, OLGA)) {
                await().untilAsserted(
                                () -> assertNoTraces(api, connection, DeterministicIds.provisionalPerson(handle)));
            }
        }
    }

    private static JsonNode removed(JsonNode receipt, String service) {
        return receipt.get("parts")
                .valueStream()
                .filter(part -> part.get("service").asString().equals(service))
                .findFirst()
                .orElseThrow()
                .get("removed");
    }

    private static void assertNoTraces(RestApi api, ConnectionInfo connection, UUID person) {
        Stream.of(
                        api.get(connection.identity(), BRAND.agency(), BRAND.brand(), "/people/" + person),
                        api.get(connection.report(), BRAND.agency(), BRAND.brand(), "/people/" + person + "/export"))
                .forEach(response -> {
                    assertThat(response.status()).isEqualTo(200);
                    assertThat(response.body().toString()).doesNotContain(TRACES);
                });
        // The decisions remain, without the compared values.
        var decisions = api.get(connection.identity(), BRAND.agency(), BRAND.brand(), "/people/" + person)
                .body()
                .get("decisions");
        assertThat(decisions.size()).isGreaterThan(1);
    }

    private static void histories(RestApi api, String identity) {
        api.sendExpectingSuccess(
                "PUT", identity + "/identity-policy", Map.of("inference", false, "reviewThreshold", 0.3));
        api.clients(
                BRAND.agency(),
                BRAND.brand(),
                "client,name,email\nclient-77,Thaddea Quillfeather,thaddea@example.com\n");
        api.send(
                BRAND.agency(),
                BRAND.brand(),
                String.join("\n", line(SPELT, "thaddeaquillfeather", 1), line(OTTO, "otto", 2), line(OLGA, "olga", 3)));
        await().until(() -> reviews(api, identity).size() == 1 && isKnown(api, identity, OTTO, OLGA));
        var accepted = api.sendExpectingSuccess("POST", review(api, identity) + "/accept", reason("Thaddea, surely"));
        undo(api, identity, accepted);
        await().until(() -> reviews(api, identity).size() == 1);
        api.sendExpectingSuccess("POST", review(api, identity) + "/reject", reason("no Quillfeather"));
        var merged = api.sendExpectingSuccess(
                "POST", person(identity, OTTO) + "/merge", Map.of("other", THADDEA, "reason", "Thaddea"));
        assertThat(merged.get("person").get("handles").size()).isEqualTo(1);
        api.sendExpectingSuccess(
                "POST",
                person(identity, OTTO) + "/split",
                Map.of("handles", List.of(OTTO.key()), "reason", "another than Thaddea"));
        var undone = api.sendExpectingSuccess(
                "POST", person(identity, OLGA) + "/merge", Map.of("other", THADDEA, "reason", "client-77"));
        undo(api, identity, undone);
        // The name of the other handle is its own data; it has another name now.
        api.send(BRAND.agency(), BRAND.brand(), line(SPELT, "somethingelse", 4));
        await().until(() ->
                person(api, identity, SPELT).body().get("name").asString().equals("somethingelse"));
    }

    private static boolean isKnown(RestApi api, String identity, HandleKey... handles) {
        return Stream.of(handles)
                .allMatch(handle -> person(api, identity, handle).status() == 200);
    }

    private static void undo(RestApi api, String identity, JsonNode decided) {
        var decision = decided.get("decision").get("id").asString();
        var person = decided.get("person").get("id").asString();
        api.sendExpectingSuccess(
                "POST", identity + "/people/" + person + "/decisions/" + decision + "/undo", reason("taken back"));
    }

    private static String person(String identity, HandleKey handle) {
        return identity + "/people/" + DeterministicIds.provisionalPerson(handle);
    }

    private static RestApi.Response person(RestApi api, String identity, HandleKey handle) {
        return ask(api, identity, "/people/" + DeterministicIds.provisionalPerson(handle));
    }

    private static RestApi.Response ask(RestApi api, String identity, String path) {
        return api.get(identity.substring(0, identity.indexOf("/v1/")), BRAND.agency(), BRAND.brand(), path);
    }

    private static JsonNode reviews(RestApi api, String identity) {
        return ask(api, identity, "/reviews").body().get("items");
    }

    private static String review(RestApi api, String identity) {
        return identity + "/reviews/" + reviews(api, identity).get(0).get("id").asString();
    }

    private static Map<String, String> reason(String words) {
        return Map.of("reason", words);
    }

    private static String line(HandleKey handle, String name, int n) {
        return "{\"source\":\"test\",\"sourceId\":\"%d\",\"channel\":\"%s\",\"occurredAt\":\"2026-01-0%dT00:00:00Z\",\"direction\":\"INBOUND\",\"kind\":\"COMMENT\",\"actor\":{\"id\":\"%s\",\"name\":\"%s\"},\"content\":{\"text\":\"good\"}}"
                .formatted(n, handle.channel(), n, handle.handle(), name);
    }
}
