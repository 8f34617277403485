package io.rapport.scoring.web;

import static io.rapport.scoring.web.ModelServiceFixture.ADMIN;
import static io.rapport.scoring.web.ModelServiceFixture.COFFEE;
import static io.rapport.scoring.web.ModelServiceFixture.OTHER;
import static io.rapport.scoring.web.ModelServiceFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.model.ModelRescored;
import io.rapport.messaging.json.Json;
import io.rapport.scoring.domain.model.InMemoryModelRepository;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The REST API of models: responses and authorization. */
@SpringBootTest(classes = ModelServiceFixture.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ModelsIT {

    private static final String MODELS = "/v1/agencies/acme/brands/coffee/models";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryModelRepository log;

    @Test
    void publishesAModelOnceAndShowsAllOfIt() {
        var created = post(
                MODELS,
                ADMIN,
                "{\"version\": \"wholesale-1\", \"cap\": 5, \"inbound\": {\"MEETING\": {\"trust\": 9}}}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains(MODELS + "/wholesale-1");
        var model = json(created);
        assertThat(model.path("cap").asInt()).isEqualTo(5);
        assertThat(model.path("inbound").path("MEETING").path("trust").asDouble())
                .isEqualTo(9);
        assertThat(model.path("inbound").path("MEETING").path("know").asDouble())
                .isEqualTo(2);
        assertThat(model.path("effort").path("MEETING").asDouble()).isEqualTo(5);
        assertThat(model.path("active").asBoolean(true)).isFalse();
        assertThat(model.path("publishedBy").asString()).isEqualTo(ADMIN);

        assertThat(post(MODELS, ADMIN, "{\"version\": \"wholesale-1\", \"cap\": 5}")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(post(MODELS, ADMIN, "{\"version\": \"wholesale-1\", \"cap\": 6}"), 409, "other-content");
        assertThat(json(get(MODELS + "/wholesale-1", READER)).path("cap").asInt())
                .isEqualTo(5);
        assertThat(json(get(MODELS, READER)).path("items").findValuesAsString("version"))
                .contains("standard-1", "wholesale-1");
    }

    @Test
    void rejectsInvalidModelsWithEveryFault() {
        var refused = post(
                MODELS,
                ADMIN,
                "{\"version\": \"Wrong!\", \"cap\": 0, \"share\": {\"trust\": 1}, \"inbound\": {\"SHARE\": {\"know\":"
                        + " 1e9}}}");

        assertProblem(refused, 422, "impossible-model");
        assertThat(json(refused).path("faults").findValuesAsString("field"))
                .containsExactlyInAnyOrder("version", "inbound.SHARE.know", "cap", "share");
        assertThat(json(refused).path("faults").findValuesAsString("why"))
                .anyMatch(why -> why.contains("The cap must be 1 to 1000000 per day, not 0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'version': 'x', 'capp': 5}|capp",
                "{'version': 'x', 'cap': 5.5}|cap",
                "{'version': 'x', 'cap': 'five'}|cap",
                "{'version': 'x', 'inbound': {'SHAER': {'know': 1, 'like': 1, 'trust': 1, 'returned':"
                        + " 1}}}|inbound.SHAER",
                "{'version': 'x', 'inbound': {'SHARE': {'know': true}}}|inbound.SHARE.know",
                "{'version': 'x', 'stages': 7}|stages",
                "{'cap': 5}|version"
            })
    void refusesWhatIsNoModel(String body, String field) {
        var refused = post(MODELS, ADMIN, body.replace('\'', '"'));

        assertProblem(refused, 422, "impossible-model");
        assertThat(json(refused).path("faults").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(refused.body()).doesNotContain("io.rapport", "java.");
    }

    @Test
    void rejectsABodyThatIsNoObject() {
        assertThat(post(MODELS, ADMIN, "[1]").statusCode()).isEqualTo(400);
        assertThat(post(MODELS, ADMIN, "{").statusCode()).isEqualTo(400);
    }

    @Test
    void activatesAndReportsProgress() {
        post(MODELS, ADMIN, "{\"version\": \"active-1\", \"halfLife\": 90}");

        var activated = post(MODELS + "/active-1/activate", ADMIN, "{\"reason\": \"slower\"}");

        assertThat(activated.statusCode()).isEqualTo(202);
        assertThat(json(activated).path("active").asBoolean()).isTrue();
        assertThat(json(activated).path("activatedBy").asString()).isEqualTo(ADMIN);
        assertThat(json(activated).path("activationReason").asString()).isEqualTo("slower");
        assertThat(json(activated).path("activeSince").asString()).isEqualTo("2026-03-02T10:00:00Z");
        log.rescored.put(COFFEE, new ModelRescored("acme", "coffee", "active-1", 3, 7, false, 1));
        assertThat(json(get(MODELS + "/active-1", READER)).path("rescoring").toString())
                .isEqualTo("{\"rescored\":3,\"people\":7,\"done\":false}");

        assertThat(post(MODELS + "/standard-1/activate", ADMIN, "").statusCode())
                .isEqualTo(202);
        assertThat(json(get(MODELS + "/standard-1", READER)).path("active").asBoolean())
                .isTrue();
        assertProblem(post(MODELS + "/none/activate", ADMIN, ""), 404, "unknown-model");
    }

    @Test
    void previewIsRequestedAndFound() {
        var preview = MODELS + "/preview-1/preview";
        post(MODELS, ADMIN, "{\"version\": \"preview-1\", \"cap\": 1}");
        assertThat(get(preview, READER).statusCode()).isEqualTo(404);
        log.days.remove(COFFEE);
        assertProblem(post(preview, ADMIN, ""), 409, "no-day");

        log.days.put(COFFEE, LocalDate.parse("2026-03-02"));
        var asked = post(preview, ADMIN, "");

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(asked.headers().firstValue("Location")).contains(preview);
        assertThat(json(get(preview, READER)).toString())
                .isEqualTo("{\"version\":\"preview-1\",\"active\":\"standard-1\",\"asOf\":\"2026-03-02\","
                        + "\"status\":\"RUNNING\",\"compared\":0,\"people\":0}");
        assertProblem(post(MODELS + "/none/preview", ADMIN, ""), 404, "unknown-model");
    }

    @Test
    void readersMayNotWriteAndOtherAgenciesSeeNothing() {
        var model = "{\"version\": \"secret-1\"}";
        assertThat(post(MODELS, READER, model).statusCode()).isEqualTo(403);
        assertThat(post(MODELS + "/standard-1/activate", READER, "").statusCode())
                .isEqualTo(403);
        assertThat(post(MODELS + "/standard-1/preview", READER, "").statusCode())
                .isEqualTo(403);
        assertThat(post(MODELS, OTHER, model).statusCode()).isEqualTo(404);
        assertThat(get(MODELS, OTHER).statusCode()).isEqualTo(404);
        assertThat(get(MODELS + "/standard-1", OTHER).statusCode()).isEqualTo(404);
        assertThat(get(MODELS, "wrong").statusCode()).isEqualTo(401);
        assertThat(get(MODELS + "/secret-1", READER).statusCode()).isEqualTo(404);
    }

    @Test
    void requestFailsWhileTheBrokerIsUnavailable() {
        log.isAway = true;
        try {
            var answer = post(MODELS, ADMIN, "{\"version\": \"away-1\", \"cap\": 3}");
            assertProblem(answer, 503, "unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            log.isAway = false;
        }
        assertThat(get(MODELS + "/away-1", READER).statusCode()).isEqualTo(404);
    }

    @Test
    void requestFailsUntilAllModelsAreRead() {
        log.isBehind = true;
        try {
            assertProblem(get(MODELS, READER), 503, "unavailable");
            assertProblem(get(MODELS + "/standard-1", READER), 503, "unavailable");
            assertProblem(get(MODELS + "/standard-1/preview", READER), 503, "unavailable");
        } finally {
            log.isBehind = false;
        }
    }

    private HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET());
    }

    private HttpResponse<String> post(String path, String token, String body) {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(
                request(path, token).header("Content-Type", "application/json").POST(publisher));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }

    private static void assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).path("type").asString()).isEqualTo("urn:rapport:problem:" + slug);
    }
}
