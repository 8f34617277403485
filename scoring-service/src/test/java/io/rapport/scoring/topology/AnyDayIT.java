package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.messaging.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker: two instances give the same answers for past days, also after one of them stops. */
class AnyDayIT {

    private static final BrandKey BRAND = new BrandKey("agency", "days");
    private static final String DAYS = "/v1/agencies/agency/brands/days/days";
    private static final int PEOPLE = 30;
    private static final String LOOPBACK = "--rapport.days.host=127.0.0.1";

    @Test
    void twoInstancesGiveTheSameAnswersAlsoAfterOneStops(@TempDir Path one, @TempDir Path other) {
        try (var first = new ScoringServiceFixture(one, LOOPBACK)) {
            first.register(ScoringEventFixtures.registered(BRAND, BrandClock.EVENT));
            for (var i = 0; i < PEOPLE; i++) {
                first.assign(ScoringEventFixtures.assigned(handle(i), ScoringEventFixtures.person("P" + i), false, 1));
                for (var day = 0; day <= i; day++) {
                    comment(first, i, LocalDate.parse("2026-01-01").plusDays(day));
                }
            }
            await().untilAsserted(() -> {
                assertThat(first.brand(BRAND).people()).isEqualTo(PEOPLE);
                assertThat(first.brand(BRAND).asOf()).isEqualTo(LocalDate.parse("2026-01-30"));
            });
            var figures = answer(first, "/figures?days=2026-01-10,2026-01-20");
            assertThat(figures).contains("\"people\":30", "\"returned\":");
            var people = answer(first, "/people?asOf=2026-01-10&seen=NEW&limit=7");
            var person = "/people/" + ScoringEventFixtures.person("P29") + "?days=2026-01-10";

            try (var second = new ScoringServiceFixture(other, LOOPBACK)) {
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(answer(second, "/figures?days=2026-01-10,2026-01-20"))
                                .isEqualTo(figures));
                await().untilAsserted(() -> assertThat(answer(first, "/figures?days=2026-01-10,2026-01-20"))
                        .isEqualTo(figures));
                assertThat(answer(first, "/people?asOf=2026-01-10&seen=NEW&limit=7"))
                        .isEqualTo(people);
                assertThat(answer(second, "/people?asOf=2026-01-10&seen=NEW&limit=7"))
                        .isEqualTo(people);
                assertThat(answer(second, person)).isEqualTo(answer(first, person));
                assertThat(first.status("/v1/internal/ledgers/brand", "another-token"))
                        .isEqualTo(401);
            }
            var statuses = new HashSet<Integer>();
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                var status = first.status(DAYS + "/figures?days=2026-01-10,2026-01-20", ScoringServiceFixture.TOKEN);
                statuses.add(status);
                return status == 200;
            });
            assertThat(statuses).isSubsetOf(200, 503);
            assertThat(answer(first, "/figures?days=2026-01-10,2026-01-20")).isEqualTo(figures);
            assertThat(answer(first, "/people?asOf=2026-01-10&seen=NEW&limit=7"))
                    .isEqualTo(people);

            assertThat(answer(first, "/figures?days=2025-12-31"))
                    .contains("day-out-of-range", "2026-01-01", "2026-01-30");
            assertThat(answer(first, "/figures?days=2025-02-29")).contains("\"parameter\":\"days\"");
            assertThat(answer(first, "/figures?days=2026-01-10&model=never")).contains("unknown-model");
            assertThat(Json.mapper().readTree(answer(first, "")).path("last").asString())
                    .isEqualTo("2026-01-30");
            var lookup = first.post(
                    DAYS + "/people/lookup",
                    "{\"people\": [\"" + ScoringEventFixtures.person("P3") + "\"], \"asOf\": \"2026-01-10\"}");
            assertThat(lookup.statusCode()).isEqualTo(200);
            assertThat(lookup.body()).contains("\"lastSeen\":\"2026-01-04\"", "\"seen\":\"NEW\"");
        }
    }

    private static String answer(ScoringServiceFixture service, String path) {
        return service.body(DAYS + path, ScoringServiceFixture.TOKEN);
    }

    private static void comment(ScoringServiceFixture service, int person, LocalDate day) {
        service.receive(ScoringEventFixtures.engagement(
                handle(person), person + "-" + day, day, Direction.INBOUND, EngagementKind.COMMENT));
    }

    private static HandleKey handle(int i) {
        return new HandleKey(BRAND, "x", "h" + i);
    }
}
