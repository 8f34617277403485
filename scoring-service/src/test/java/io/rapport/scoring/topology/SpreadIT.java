package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.messaging.json.JsonSerde;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker with all partitions: shares without text get the tone of the shared message through the topics. */
class SpreadIT {

    private static final BrandKey BRAND = new BrandKey("agency", "spread");
    private static final JsonSerde<SentimentSpreadChanged> JSON = new JsonSerde<>(SentimentSpreadChanged.class);
    private static final int CHAIN = 6;

    @Test
    void aCorrectionTravelsDownAChainOfShares(@TempDir Path stateDir) {
        try (var service = new ScoringServiceFixture(stateDir)) {
            service.register(ScoringEventFixtures.registered(BRAND, BrandClock.EVENT));
            var first = MessageFixtures.of(
                    BRAND, MessageFixtures.said("h0", "m0", "2026-03-05T10:00:00Z", MessageFixtures.BAD));
            for (var n = CHAIN; n > 0; n--) {
                var at = "2026-03-05T10:00:0" + n + "Z";
                service.receive(MessageFixtures.of(BRAND, MessageFixtures.share("h" + n, "m" + n, at, "m" + (n - 1))));
            }
            service.receive(first);
            service.receive(MessageFixtures.of(
                    BRAND, MessageFixtures.said("last", "last", "2026-03-09T10:00:00Z", MessageFixtures.NEITHER)));
            for (var n = 0; n <= CHAIN; n++) {
                var handle = MessageFixtures.of(BRAND, MessageFixtures.said("h" + n, "-", "2026-03-05T10:00:00Z", ""))
                        .handleKey();
                service.assign(ScoringEventFixtures.assigned(handle, ScoringEventFixtures.person("P" + n), false, 1));
            }
            awaitWeek(
                    service,
                    week -> assertThat(week.negative()).satisfies(spread -> {
                        assertThat(spread.carriers()).isEqualTo(CHAIN + 1);
                        assertThat(spread.reproduction().children()).isEqualTo(CHAIN);
                        assertThat(spread.reproduction().parents()).isEqualTo(CHAIN + 1);
                    }));

            service.correct(MessageFixtures.corrected(first, 0.5, 1));
            awaitWeek(service, week -> {
                assertThat(week.negative().carriers()).isZero();
                assertThat(week.negative().reproduction().parents()).isZero();
                assertThat(week.positive().carriers()).isEqualTo(CHAIN + 1);
                assertThat(week.positive().reproduction().children()).isEqualTo(CHAIN);
            });
            assertThat(service.read(Topic.SENTIMENT_REMEMBERED.name()).stream()
                            .filter(record -> BrandKey.of(record.key()).equals(BRAND)))
                    .hasSize(1);
            assertThat(service.read(Topic.SPREAD_CHANGES.name()).stream()
                            .filter(record -> record.key().equals(BRAND.key())))
                    .isNotEmpty();
        }
    }

    private static void awaitWeek(ScoringServiceFixture service, Consumer<WindowSpread> isThere) {
        await().pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            var states = service.read(Topic.SPREAD_CURRENT.name()).stream()
                    .filter(record -> record.key().equals(BRAND.key()))
                    .toList();
            assertThat(states).isNotEmpty();
            isThere.accept(
                    JSON.read(states.get(states.size() - 1).value()).windows().get(0));
        });
    }
}
