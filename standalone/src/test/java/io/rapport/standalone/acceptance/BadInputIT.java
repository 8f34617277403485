package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Invalid input gets a status and a message, is counted, and does not affect valid rows. */
class BadInputIT {

    private static final String AGENCY = "bad";
    private static final String BRAND = "input";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    @TempDir
    static Path folder;

    private static StandaloneInstallation rapport;
    private static RestApi api;
    private static String token;

    @BeforeAll
    static void start() throws InterruptedException {
        rapport = StandaloneInstallation.start(folder.resolve("data"), 0);
        api = new RestApi(rapport.connection());
        token = rapport.connection().token();
        api.register(AGENCY, BRAND);
    }

    @AfterAll
    static void stop() {
        rapport.close();
    }

    @Test
    void malformedJsonIsRefusedWhole() {
        assertProblem(send(JSON, "[{\"source\": broken"), 400);
        assertProblem(send(JSON, "[".repeat(10_000) + "]".repeat(10_000)), 400);
    }

    @Test
    void aTooLargeBodyIsRefusedWhole() {
        assertProblem(send(JSON, "[\"" + "x".repeat(10 << 20) + "\"]"), 413);
    }

    @Test
    void anInvalidRowDoesNotAffectOthers() {
        var valid = row("lines-valid", "COMMENT", "2026-01-01T00:00:00Z");

        var response = send(LINES, "{broken\n" + valid + "\n" + "{\"a\":".repeat(10_000) + "\n");

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.body().get("accepted").asInt()).isEqualTo(1);
        assertThat(codes(response)).containsExactly("UNPARSEABLE", "UNPARSEABLE");
    }

    @Test
    void everyRejectedRowHasACodeAndAMessage() {
        var inTenYears = Instant.now().plus(Duration.ofDays(3650)).toString();
        var rows = List.of(
                row("kind", "APPLAUSE", "2026-01-01T00:00:00Z"),
                row("future", "COMMENT", inTenYears),
                row("old", "COMMENT", "1999-12-31T23:59:59Z"),
                row("seconds", "COMMENT", "2026-01-01T00:00:00Z").replace("\"2026-01-01T00:00:00Z\"", "1767225600"),
                row("millis", "COMMENT", "+57970-01-01T00:00:00Z"));

        var response = send(JSON, "[" + String.join(",", rows) + "]");

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.body().get("accepted").asInt()).isZero();
        assertThat(codes(response)).startsWith("UNKNOWN_VALUE", "IN_THE_FUTURE", "TOO_OLD", "INVALID_FIELD");
        assertThat(response.body().get("rejected"))
                .hasSize(5)
                .allSatisfy(rejected ->
                        assertThat(rejected.get("message").asString()).hasSizeGreaterThan(20));
    }

    @Test
    void anEmptyArrayIsAccepted() {
        var response = send(JSON, "[]");

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.body().toString()).isEqualTo("{\"accepted\":0,\"duplicates\":0,\"rejected\":[]}");
    }

    @Test
    void theSameIdWithAnotherBodyIsRejectedWithinARequestAndAcrossRequests() {
        var first = row("conflict", "COMMENT", "2026-01-01T00:00:00Z");
        var other = row("conflict", "REVIEW", "2026-01-01T00:00:00Z");

        var together = send(LINES, first + "\n" + first + "\n" + other);
        assertThat(together.body().get("accepted").asInt()).isEqualTo(1);
        assertThat(together.body().get("duplicates").asInt()).isEqualTo(1);
        assertThat(codes(together)).containsExactly("CONFLICT");

        assertThat(send(LINES, other).body().get("accepted").asInt()).isEqualTo(1);
        assertThat(send(LINES, first).body().get("accepted").asInt()).isEqualTo(1);
        await().untilAsserted(() -> {
            var accounts = api.report(AGENCY, BRAND, "/accounts");
            assertThat(accounts.get("rejected").asInt()).isEqualTo(1);
            assertThat(accounts.get("duplicates").asInt()).isEqualTo(1);
            assertThat(accounts.get("balances").asBoolean()).isTrue();
            assertThat(api.rejected(AGENCY, BRAND).get("items"))
                    .filteredOn(rejected -> rejected.get("code").asString().equals("CONFLICT"))
                    .hasSize(2);
        });
    }

    @Test
    void aReplayMovesARowFromRejectedToScoredOnce() {
        var brand = "replayed";
        api.register(AGENCY, brand);
        var early = Instant.now().plusSeconds(303).toString();
        api.send(AGENCY, brand, row("early", "COMMENT", early) + "\n" + row("now", "COMMENT", "2026-01-01T00:00:00Z"));
        awaitAccounts(brand, 1, 1);

        await().until(() -> replay(brand).get("replayed").asInt() == 1);
        awaitAccounts(brand, 0, 2);

        assertThat(replay(brand).get("replayed").asInt()).isZero();
        api.send(AGENCY, brand, row("last", "COMMENT", "2026-01-01T00:00:00Z"));
        awaitAccounts(brand, 0, 3);
    }

    @Test
    void aSelectionOfDeliveriesThatIsReplayedTwiceMovesFromRejectedToScoredOnce() {
        var brand = "delivered";
        api.register(AGENCY, brand);
        api.connect(AGENCY, "forum", brand, "page1");
        var deliveries = List.of("1 page1", "2 page2", "3 page2", "4 page3");
        assertThat(api.deliver(AGENCY, "forum", deliveries).get("rejected").asInt())
                .isEqualTo(3);
        // The platform repeats its delivery.
        api.deliver(AGENCY, "forum", deliveries);
        await().untilAsserted(
                        () -> assertThat(api.setAside(AGENCY, "forum", "page2")).isEqualTo(2));
        assertDelivered(brand, 1, 1);

        api.connect(AGENCY, "forum", brand, "page1", "page2");
        await().until(() -> api.replay(AGENCY, "forum", "page2").get("replayed").asInt() == 2);
        await().untilAsserted(
                        () -> assertThat(api.setAside(AGENCY, "forum", "page2")).isZero());
        assertDelivered(brand, 3, 1);

        assertThat(api.replay(AGENCY, "forum", "page2").get("replayed").asInt()).isZero();
        assertThat(api.setAside(AGENCY, "forum", "page3")).isOne();
        api.deliver(AGENCY, "forum", deliveries);
        assertDelivered(brand, 3, 4);
    }

    /** The sums of a brand: each event counts once, and each repeated record is a duplicate. */
    private static void assertDelivered(String brand, int scored, int duplicates) {
        await().untilAsserted(() -> {
            var accounts = api.report(AGENCY, brand, "/accounts");
            assertThat(accounts.get("scored").asInt()).isEqualTo(scored);
            assertThat(accounts.get("duplicates").asInt()).isEqualTo(duplicates);
            assertThat(accounts.get("received").asInt()).isEqualTo(scored + duplicates);
            assertThat(accounts.get("balances").asBoolean()).isTrue();
        });
    }

    private static void awaitAccounts(String brand, int rejectedByIntake, int scored) {
        await().untilAsserted(() -> {
            var accounts = api.report(AGENCY, brand, "/accounts");
            assertThat(accounts.get("rejectedByIntake").asInt()).isEqualTo(rejectedByIntake);
            assertThat(accounts.get("scored").asInt()).isEqualTo(scored);
            assertThat(accounts.get("received").asInt()).isEqualTo(scored);
        });
    }

    private static JsonNode replay(String brand) {
        return api.replayRejected(AGENCY, brand).body();
    }

    @Test
    void aTokenOfAnotherAgencyGets404() {
        var row = row("nobody", "COMMENT", "2026-01-01T00:00:00Z");

        assertProblem(api.post(AGENCY, BRAND, LINES, row, null), 401);
        assertProblem(api.post(AGENCY, BRAND, LINES, row, "rpt_wrong"), 401);
        var otherToken = api.token("another");
        await().untilAsserted(() -> assertProblem(api.post(AGENCY, BRAND, LINES, row, otherToken), 404));
        assertProblem(api.post(AGENCY, "nowhere", LINES, row, token), 404);
    }

    private static RestApi.Response send(String type, String body) {
        return api.post(AGENCY, BRAND, type, body, token);
    }

    private static List<String> codes(RestApi.Response response) {
        return response.body()
                .get("rejected")
                .valueStream()
                .map(rejected -> rejected.get("code").asString())
                .toList();
    }

    private static void assertProblem(RestApi.Response response, int status) {
        assertThat(response.status()).as("%s", response.body()).isEqualTo(status);
        JsonNode problem = response.body();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private static String row(String id, String kind, String at) {
        return "{\"source\":\"test\",\"sourceId\":\"%s\",\"channel\":\"x\",\"occurredAt\":\"%s\",\"direction\":\"INBOUND\",\"kind\":\"%s\",\"actor\":{\"id\":\"%s\"}}"
                .formatted(id, at, kind, id);
    }
}
