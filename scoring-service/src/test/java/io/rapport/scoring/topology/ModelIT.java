package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.model.PreviewFigures;
import io.rapport.contracts.model.PreviewStatus;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.messaging.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** On a real broker: a model is published, previewed and activated, and scores with it arrive. */
class ModelIT {

    private static final String MODELS = "/v1/agencies/agency/brands/models/models";
    private static final BrandKey BRAND = new BrandKey("agency", "models");
    private static final int PEOPLE = 30;

    @Test
    void isPublishedPreviewedAndActivated(@TempDir Path stateDir) {
        try (var service = new ScoringServiceFixture(stateDir)) {
            service.register(ScoringEventFixtures.registered(BRAND, BrandClock.EVENT));
            for (var i = 0; i < PEOPLE; i++) {
                service.assign(
                        ScoringEventFixtures.assigned(handle(i), ScoringEventFixtures.person("P" + i), false, 1));
                service.receive(comment(i, "s" + i));
            }
            eventually(() -> {
                assertThat(service.people(BRAND)).hasSize(PEOPLE);
                assertThat(service.brand(BRAND).people()).isEqualTo(PEOPLE);
            });

            var body = "{\"version\": \"generous-1\", \"inbound\": {\"COMMENT\": {\"know\": 4, \"returned\": 3}}}";
            assertThat(service.post(MODELS, body).statusCode()).isEqualTo(201);
            assertThat(service.post(MODELS, body).statusCode()).isEqualTo(200);
            var preview = preview(service);
            assertThat(figures(preview, "before").windows())
                    .isEqualTo(service.brand(BRAND).windows());

            var activated = service.post(MODELS + "/generous-1/activate", "{\"reason\": \"they do talk\"}");
            assertThat(activated.statusCode()).isEqualTo(202);
            eventually(() -> assertThat(service.people(BRAND).values()).allSatisfy(person -> {
                assertThat(person.modelVersion()).isEqualTo("generous-1");
                assertThat(person.reason()).isEqualTo(ChangeReason.MODEL_CHANGED);
            }));
            eventually(() -> assertThat(service.body(MODELS + "/generous-1", ScoringServiceFixture.TOKEN))
                    .contains("\"active\":true", "\"rescored\":30,\"people\":30,\"done\":true"));
            eventually(() -> {
                assertThat(service.brand(BRAND).modelVersion()).isEqualTo("generous-1");
                assertThat(figures(preview, "after").windows())
                        .isEqualTo(service.brand(BRAND).windows());
            });

            service.restart();
            service.receive(comment(0, "later"));
            eventually(() -> assertThat(service.people(BRAND)
                            .get(BRAND.key(ScoringEventFixtures.person("P0").toString())))
                    .satisfies(person -> assertThat(person.reason()).isEqualTo(ChangeReason.ENGAGEMENT))
                    .satisfies(person -> assertThat(person.modelVersion()).isEqualTo("generous-1")));
        }
    }

    private static HandleKey handle(int i) {
        return new HandleKey(BRAND, "x", "h" + i);
    }

    private static EngagementReceived comment(int i, String sourceId) {
        var day = LocalDate.parse("2026-01-10");
        return ScoringEventFixtures.engagement(handle(i), sourceId, day, Direction.INBOUND, EngagementKind.COMMENT);
    }

    private static JsonNode preview(ScoringServiceFixture service) {
        var asked = service.post(MODELS + "/generous-1/preview", "");
        assertThat(asked.statusCode()).isEqualTo(202);
        var where = asked.headers().firstValue("Location").orElseThrow();
        await().until(() ->
                service.body(where, ScoringServiceFixture.TOKEN).contains("\"status\":\"" + PreviewStatus.DONE));
        return Json.mapper().readTree(service.body(where, ScoringServiceFixture.TOKEN));
    }

    private static PreviewFigures figures(JsonNode preview, String which) {
        return Json.mapper().treeToValue(preview.path(which), PreviewFigures.class);
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable holds) {
        await().pollInterval(Duration.ofMillis(300)).untilAsserted(holds);
    }
}
