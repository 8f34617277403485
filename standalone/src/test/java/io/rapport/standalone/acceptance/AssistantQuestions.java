package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.rapport.messaging.json.Json;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The three questions of the documentation, asked with the protocol's own client at the one address: names and reasons come out. */
record AssistantQuestions(ConnectionInfo connection) {

    /** The setting that serves the tools. */
    static final String ENABLED = "rapport.mcp.enabled";

    private static final String AGENCY = "asked";
    private static final String BRAND = "cafe";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    void run() {
        var api = new RestApi(connection);
        api.register(AGENCY, BRAND);
        api.ingest(
                AGENCY,
                BRAND,
                List.of(
                        row("ada-1", "REVIEW", "ada", "The best coffee in town, and so friendly!"),
                        row("ada-2", "REFERRAL", "ada", "Told all my friends to come here."),
                        row("ben-1", "MESSAGE", "ben", "When do you open on Sunday?")));
        await().until(() ->
                api.report(AGENCY, BRAND, "/people?owed=true").get("items").size() == 1
                        && api.report(AGENCY, BRAND, "/people").get("items").size() == 2);
        var token = api.token(AGENCY);
        // Report reads the token from its topic.
        try (var client = await().ignoreExceptions().until(() -> client(token), McpSyncClient::isInitialized)) {
            assertThat(answer(client, "list_brands", Map.of()).path("items"))
                    .singleElement()
                    .satisfies(
                            brand -> assertThat(brand.path("brand").asString()).isEqualTo(BRAND));
            whomShouldWeThank(client);
            whoWaitsForOurReply(client);
            whyDidTheScoreRise(client);
        }
    }

    private static void whomShouldWeThank(McpSyncClient client) {
        var thanks = await().until(
                        () -> answer(client, "read_month", of("month", "2026-01"))
                                .path("deservesThanks"),
                        lines -> !lines.isEmpty())
                .get(0);

        assertThat(thanks.toString()).contains("ada");
    }

    private static void whoWaitsForOurReply(McpSyncClient client) {
        var owed = answer(client, "list_owed_replies", of("window", "30")).at("/owed/items");

        assertThat(owed).singleElement().satisfies(line -> {
            assertThat(line.path("name").asString()).isEqualTo("ben");
            var ben = answer(
                    client, "read_person", of("person", line.path("person").asString()));
            assertThat(ben.path("latest").toString()).contains("When do you open on Sunday?");
        });
    }

    private static void whyDidTheScoreRise(McpSyncClient client) {
        var found = answer(client, "find_people", of("q", "ada")).at("/items/0");
        var ada =
                answer(client, "read_person", of("person", found.path("person").asString()));

        assertThat(ada.path("why").findValuesAsString("kind")).contains("REVIEW", "REFERRAL");
        assertThat(ada.path("latest").toString()).contains("The best coffee in town", "Told all my friends");
    }

    private McpSyncClient client(String token) {
        var transport = HttpClientStreamableHttpTransport.builder(connection.url())
                .endpoint("/mcp")
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                .build();
        var client = McpClient.sync(transport).requestTimeout(TIMEOUT).build();
        client.initialize();
        return client;
    }

    private static JsonNode answer(McpSyncClient client, String tool, Map<String, Object> arguments) {
        var result = client.callTool(new CallToolRequest(tool, arguments));
        assertThat(result.isError()).as("%s", result.content()).isFalse();
        return Json.mapper().valueToTree(result.structuredContent()).path("answer");
    }

    private static Map<String, Object> of(String name, String value) {
        return new TreeMap<>(Map.of("agency", AGENCY, "brand", BRAND, name, value));
    }

    private static EngagementRow row(String id, String kind, String handle, String text) {
        return new EngagementRow(BRAND, id, AT, true, kind, handle, text);
    }
}
