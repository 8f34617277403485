package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.Stage;
import io.rapport.messaging.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** On a real broker: the day of a brand with an event clock waits, moves, is set back, and survives a lost state. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrandDayIT {

    private static final BrandKey BRAND = new BrandKey("agency", "replayed");
    private static final BrandKey LIVE = new BrandKey("agency", "wall-clock");
    private static final BrandKey EMPTY = new BrandKey("agency", "without-events");
    private static final LocalDate LAST = LocalDate.parse("2021-12-31");
    private static final LocalDate TODAY = LocalDate.parse("2026-02-28");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static ScoringServiceFixture service;

    @BeforeAll
    static void start() {
        service = new ScoringServiceFixture(folder.resolve("first"));
        service.register(ScoringEventFixtures.registered(BRAND, BrandClock.EVENT));
        service.register(ScoringEventFixtures.registered(LIVE, BrandClock.LIVE));
        service.register(ScoringEventFixtures.registered(EMPTY, BrandClock.EVENT));
        service.assign(
                ScoringEventFixtures.assigned(handle(BRAND, "ada"), ScoringEventFixtures.person("Ada"), false, 1));
        for (var month = 1; month <= 12; month++) {
            var day = LocalDate.of(2021, month, 15);
            receive(BRAND, "ada", "review " + month, day, EngagementKind.REVIEW);
            receive(BRAND, "ada", "referral " + month, day, EngagementKind.REFERRAL);
            receive(BRAND, "bob", "comment " + month, day, EngagementKind.COMMENT);
        }
        receive(BRAND, "ada", "last", LAST, EngagementKind.SHARE);
        receive(LIVE, "ada", "live", LAST, EngagementKind.COMMENT);
        awaitDay(LAST);
        await().atMost(PATIENCE).until(() -> day(LIVE).hasNonNull("day"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void oneFarEngagementWaitsASecondHandleMovesTheDayAndAnAdministratorSetsItBack() {
        assertThat(ada()).isEqualTo(Stage.ADVOCATE);

        receive(BRAND, "tester", "test 1", TODAY, EngagementKind.COMMENT);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(service.brand(BRAND).accounts().ahead()).isEqualTo(1));
        assertThat(service.brand(BRAND).asOf()).isEqualTo(LAST);
        assertThat(day(BRAND).toString())
                .contains("\"day\":\"2021-12-31\"", "\"clock\":\"EVENT\"", "\"first\":\"2021-01-15\"")
                .contains("\"latest\":\"2026-02-28\"", "\"ahead\":1", "\"set\":null");
        assertThat(ada()).isEqualTo(Stage.ADVOCATE);

        receive(BRAND, "other tester", "test 2", TODAY, EngagementKind.COMMENT);
        awaitDay(TODAY);
        assertThat(ada()).isEqualTo(Stage.STRANGER);
        var sequence = service.brand(BRAND).sequence();

        var set = service.put(path(BRAND), "{\"day\": \"2021-12-31\", \"reason\": \"two test messages\"}");
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(Json.mapper().readTree(set.body()).path("day").asString()).isEqualTo("2021-12-31");
        awaitDay(LAST);
        assertThat(ada()).isEqualTo(Stage.ADVOCATE);
        assertThat(service.brand(BRAND).sequence()).isGreaterThan(sequence);
        assertThat(service.brand(BRAND).reason()).isEqualTo(ChangeReason.DAY_TURNED);
        assertIsSet();
    }

    @Test
    @Order(2)
    void aLostStateIsRebuiltToTheSameDay() {
        service.close();
        service = new ScoringServiceFixture(folder.resolve("empty"));
        assertIsSet();

        receive(BRAND, "ada", "news", LAST.plusDays(2), EngagementKind.COMMENT);
        awaitDay(LAST.plusDays(2));
        assertThat(day(BRAND).path("ahead").asInt()).isEqualTo(2);
    }

    private static void assertIsSet() {
        var day = day(BRAND);
        assertThat(day.path("day").asString()).isEqualTo("2021-12-31");
        assertThat(day.path("ahead").asInt()).isEqualTo(2);
        assertThat(day.path("set").path("by").asString()).isEqualTo("administrator");
        assertThat(day.path("set").path("reason").asString()).isEqualTo("two test messages");
        assertThat(Instant.parse(day.path("set").path("at").asString())).isBefore(Instant.now());
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"day\": \"2026-03-01\"} | 400 | not within the brand's days from 2021-01-15 to 2026-02-28",
                "{\"day\": \"2021-01-14\"} | 400 | not within the brand's days from 2021-01-15 to 2026-02-28",
                "{\"day\": \"2025-02-29\"} | 400 | day is a day such as",
                "{\"day\": \"2021-1-2\"} | 400 | day is a day such as",
                "{\"day\": \"+12021-01-02\"} | 400 | day is a day such as",
                "{\"day\": \"\"} | 400 | day is a day such as",
                "{\"day\": null} | 400 | day is a day such as",
                "{} | 400 | day is a day such as",
                "[] | 400 | type",
                "null | 400 | type",
                "'' | 400 | type",
                "{\"day\": | 400 | type",
                "{\"day\": \"2021-12-31\", \"reason\": \"two\\nlines\"} | 400 | reason has at most",
            })
    void anUnusableDayIsRefused(String body, int status, String detail) {
        var response = service.put(path(BRAND), body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(detail);
    }

    @Test
    @Order(3)
    void aLongReasonIsRefused() {
        var response = service.put(path(BRAND), "{\"day\": \"2021-12-31\", \"reason\": \"" + "x".repeat(501) + "\"}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("reason has at most");
    }

    @Test
    @Order(3)
    void theDayOfALiveBrandIsNotSet() {
        var response = service.put(path(LIVE), "{\"day\": \"2021-12-31\"}");
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("live-clock", "follows the wall clock");
        assertThat(day(LIVE).path("clock").asString()).isEqualTo("LIVE");
    }

    @Test
    @Order(3)
    void aBrandWithoutEngagementsHasNoDayToSet() {
        var response = service.put(path(EMPTY), "{\"day\": \"2021-12-31\"}");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("no-days");
        assertThat(day(EMPTY).path("day").isNull()).isTrue();
    }

    @Test
    @Order(3)
    void anUnknownBrandHasNoDay() {
        assertThat(service.put(path(new BrandKey("agency", "never")), "{\"day\": \"2021-12-31\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.status(path(new BrandKey("agency", "never")), ScoringServiceFixture.TOKEN))
                .isEqualTo(404);
    }

    /** What is asked for with a day, a list of days, a model or a filter. */
    @ParameterizedTest
    @Order(3)
    @CsvSource(
            delimiter = '|',
            value = {
                "/figures?days=2025-02-29 | 400 | \"parameter\":\"days\"",
                "/figures?days=2021-06-01, | 400 | \"parameter\":\"days\"",
                "/figures?days= | 400 | \"parameter\":\"days\"",
                "/figures | 400 | days",
                "/figures?days=2021-06-01,2031-01-01 | 400 | day-out-of-range",
                "/figures?days=2021-01-01,2021-06-01 | 400 | \"first\":\"2021-01-15\"",
                "/figures?days=2021-06-01&parts=everything | 400 | \"parameter\":\"parts\"",
                "/figures?days=2021-06-01&model=never | 404 | unknown-model",
                "/figures?days=2021-06-01&asOf=2021-06-01 | 400 | \"known\":[",
                "/figures?days=2021-06-01&days=2021-06-02 | 400 | days",
                "/people?asOf=2025-02-29 | 400 | \"parameter\":\"asOf\"",
                "/people?asOf=2031-01-01 | 400 | day-out-of-range",
                "/people?asOf=2020-01-01 | 400 | \"first\":\"2021-01-15\"",
                "/people?model=never | 404 | unknown-model",
                "/people?window=31 | 400 | window is 7, 30 or 90",
                "/people?sort=shoe-size | 400 | sort is one of",
                "/people?seen=sometimes | 400 | \"parameter\":\"seen\"",
                "/people?stage=FRIEND | 400 | \"parameter\":\"stage\"",
                "/people?captive=maybe | 400 | captive is true or false",
                "/people?seenSince=yesterday | 400 | \"parameter\":\"seenSince\"",
                "/people?limit=0 | 400 | limit",
                "/people/nobody?days=2021-06-01 | 400 | \"parameter\":\"person\"",
                "/people/00000000-0000-4000-8000-000000000000?days=2021-06-01 | 404 | not-found",
                // Filters that contradict one another select no people.
                "/people?asOf=2021-06-01&seen=NEW&seenSince=2021-06-02 | 200 | \"items\":[]",
                "/people?asOf=2021-06-01&seenSince=2021-06-01&notSeenSince=2021-05-01 | 200 | \"count\":0",
                "/people?asOf=2021-06-01&seen=NONE&stage=ADVOCATE&warmth=WARM | 200 | \"items\":[]",
                "/people?asOf=2021-06-01&client=true&captive=true | 200 | \"items\":[]",
            })
    void anUnusableQuestionIsRefusedAndAContradictionSelectsNobody(String path, int status, String detail) {
        var response = service.get(path(BRAND) + "s" + path, ScoringServiceFixture.TOKEN);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(detail);
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(ints = {401, 10_000})
    void aListHasAtMost400Days(int n) {
        var days = new StringBuilder("2021-01-15");
        for (var i = 1; i < n; i++) {
            days.append(',').append(LocalDate.parse("1999-01-01").plusDays(i));
        }
        // The server refuses longer request lines itself.
        var response = service.get(path(BRAND) + "s/figures?days=" + days, ScoringServiceFixture.TOKEN);
        assertThat(response.statusCode()).isIn(400, 414);
        if (n == 401 && response.body().contains("detail")) {
            assertThat(response.body()).contains("at most 400 days");
        }
    }

    private static Stage ada() {
        var key = BRAND.key(ScoringEventFixtures.person("Ada").toString());
        return service.people(BRAND).get(key).stage();
    }

    private static void awaitDay(LocalDate day) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(service.brand(BRAND)).isNotNull();
            assertThat(service.brand(BRAND).asOf()).isEqualTo(day);
            assertThat(service.people(BRAND).values())
                    .isNotEmpty()
                    .allSatisfy(person -> assertThat(person.asOf()).isEqualTo(day));
        });
    }

    private static JsonNode day(BrandKey brand) {
        var response = service.get(path(brand), ScoringServiceFixture.TOKEN);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.mapper().readTree(response.body());
    }

    private static String path(BrandKey brand) {
        return "/v1/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/day";
    }

    private static HandleKey handle(BrandKey brand, String name) {
        return new HandleKey(brand, "x", name);
    }

    private static void receive(BrandKey brand, String handle, String id, LocalDate day, EngagementKind kind) {
        service.receive(ScoringEventFixtures.receivedAt(
                ScoringEventFixtures.engagement(handle(brand, handle), id, day, Direction.INBOUND, kind),
                Instant.now()));
    }
}
