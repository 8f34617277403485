package io.rapport.web;

import static io.rapport.web.SampleService.AGENCY_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is answered when something is wrong, and what every answer has in common. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsIT extends WebTestBase {

    private static final String THING = "{\"name\":\"a\",\"at\":\"2026-03-01T12:00:00Z\",\"kind\":\"VISIT\"}";

    @Test
    void aProblemThrownAnywhereIsTheAnswer() {
        var answer = http().send("DELETE", SHOES + "/things/mine", "", "Authorization", "Bearer " + AGENCY_ADMIN);

        assertProblem(answer, 409, "thing-kept");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"urn:rapport:problem:thing-kept\",\"title\":\"The thing is kept\",\"status\":409,"
                                + "\"detail\":\"Let go of it first.\",\"name\":\"mine\"}");
    }

    @Test
    void whatIsAwaySaysWhenToComeBack() {
        var answer = http().get(SHOES + "/away", AGENCY_ADMIN);

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void aBodyTooLargeSaysHowMuchIsRead() {
        var answer = http().post(SHOES + "/large", AGENCY_ADMIN, "{}");

        assertProblem(answer, 413, "payload-too-large");
        assertThat(answer.json().get("maxBytes").asInt()).isEqualTo(1024);
    }

    @Test
    void anUnforeseenFailureIsLoggedUnderANumberAndNotExplained(CapturedOutput log) {
        var answer = http().get(SHOES + "/failing", AGENCY_ADMIN);

        assertProblem(answer, 500, "unexpected");
        assertThat(answer.body()).doesNotContain("secret detail");
        assertThat(log)
                .contains(answer.json().get("correlationId").asString())
                .contains("secret detail")
                .contains("GET /v1/agencies/{agency}/brands/{brand}/failing");
    }

    @ParameterizedTest
    @CsvSource({
        "problem, 413, payload-too-large",
        "wrapped, 413, payload-too-large",
        "stream, 413, payload-too-large",
        "failure, 500, unexpected",
        "failed, 500, unexpected",
        "teapot, 418, refused"
    })
    void whatFailsBeforeAControllerIsAProblemToo(String filter, int status, String slug) {
        var answer = http().send(
                        "POST",
                        SHOES + "/things",
                        "{}",
                        "Authorization",
                        "Bearer " + AGENCY_ADMIN,
                        "Content-Type",
                        "application/json",
                        "Failure",
                        filter);

        assertProblem(answer, status, slug);
        assertThat(answer.body()).doesNotContain("secret detail");
    }

    @Test
    void aBrandThatIsNotRegisteredCanBe() {
        var answer = http().get("/v1/agencies/acme/brands/hats/things", AGENCY_ADMIN);

        assertProblem(answer, 404, "unknown-brand");
        assertThat(answer.json().get("detail").asString()).contains("PUT /v1/agencies/acme/brands/hats");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/agencies/acme/brands/SHOES/things, brand",
        "/v1/agencies/acme/brands/-/things, brand",
        "/v1/agencies/acme/brands/sho%20es/things, brand"
    })
    void aNameMayNotBeSpeltAnyWay(String path, String parameter) {
        var answer = http().get(path, AGENCY_ADMIN);

        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"things\":[{]}", "\u0000", "[1,", "{\"things\":\"NaN"})
    void brokenJsonIsSaidToBe(String body) {
        assertProblem(http().post(SHOES + "/things", AGENCY_ADMIN, body), 400, "unreadable-body");
    }

    @Test
    void brokenJsonIsPointedAt() {
        var answer = http().post(SHOES + "/things", AGENCY_ADMIN, "{\"things\":\n [oops]}");

        assertProblem(answer, 400, "unreadable-body");
        assertThat(answer.json().get("line").asInt()).isEqualTo(2);
        assertThat(answer.json().get("column").asInt()).isPositive();
    }

    @Test
    void aValueThatDoesNotFitIsNamed() {
        var answer = http().post(
                        SHOES + "/things",
                        AGENCY_ADMIN,
                        "{\"things\":[" + THING + "," + THING.replace("2026-03-01T", "no ") + "]}");

        assertProblem(answer, 400, "unreadable-body");
        assertThat(answer.json().get("detail").asString()).contains("'things[1].at'");
    }

    @Test
    void depthIsBounded() {
        var answer = http().post(SHOES + "/things", AGENCY_ADMIN, "{\"other\":" + "[".repeat(10_000));

        assertProblem(answer, 400, "unreadable-body");
        assertThat(answer.json().get("detail").asString()).contains("nested too deeply");
    }

    @Test
    void instantsAreUtcAndUnknownFieldsAreIgnored() {
        var answer = http().post(SHOES + "/things", AGENCY_ADMIN, "{\"things\":[" + THING + "],\"more\":1}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"things\":[" + THING + "]}");
    }

    @ParameterizedTest
    @CsvSource({"number=x, number", "'', number", "number=1&kind=NONE, kind"})
    void aParameterThatDoesNotFitIsNamed(String query, String parameter) {
        var answer = http().get(SHOES + "/typed?" + query, AGENCY_ADMIN);

        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void anEnumParameterSaysWhatItMayBe() {
        assertThat(http().get(SHOES + "/typed?number=1&kind=NONE", AGENCY_ADMIN)
                        .json()
                        .get("detail")
                        .asString())
                .contains("VISIT, REACTION")
                .doesNotContain("UNKNOWN");
    }

    @Test
    void aMethodThatIsNotServedSaysWhichIs() {
        var answer = http().send("PUT", SHOES + "/things", "", "Authorization", "Bearer " + AGENCY_ADMIN);

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET", "POST");
    }

    @Test
    void aMediaTypeThatIsNotReadSaysWhichIs() {
        var answer = http().send(
                        "POST",
                        SHOES + "/things",
                        "a,b",
                        "Authorization",
                        "Bearer " + AGENCY_ADMIN,
                        "Content-Type",
                        "text/csv");

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.json().get("detail").asString()).contains("application/json");
    }

    @Test
    void aMediaTypeThatIsNotServedSaysWhichIs() {
        var answer = http().send(
                        "GET",
                        SHOES + "/things",
                        "",
                        "Authorization",
                        "Bearer " + AGENCY_ADMIN,
                        "Accept",
                        "application/pdf");

        assertProblem(answer, 406, "not-acceptable");
        assertThat(answer.json().get("detail").asString()).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void unknownPathsAreNotFoundByAnyMethod(String method) {
        assertProblem(
                http().send(method, SHOES + "/nowhere", "", "Authorization", "Bearer " + AGENCY_ADMIN),
                404,
                "not-found");
    }

    @Test
    void theErrorPathItselfIsNotFound() {
        assertProblem(http().get("/error", AGENCY_ADMIN), 404, "not-found");
    }

    @Test
    void listsComeInPages() {
        var first = http().get(SHOES + "/things", AGENCY_ADMIN).json();
        var second = http().get(
                        SHOES + "/things?limit=50&cursor=" + first.get("next").asString(), AGENCY_ADMIN)
                .json();

        assertThat(first.get("items").size()).isEqualTo(50);
        assertThat(first.get("items").get(0).get("at").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(second.get("items").size()).isEqualTo(10);
        assertThat(second.get("items").get(0).get("name").asString()).isEqualTo("50");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"limit=0, invalid-parameter", "limit=501, invalid-parameter", "cursor=abc, bad-cursor"})
    void aPartThatCannotBeIsRefused(String query, String slug) {
        assertProblem(http().get(SHOES + "/things?" + query, AGENCY_ADMIN), 400, slug);
    }

    @ParameterizedTest
    @CsvSource({"/things, 200", "/nowhere, 404", "/failing, 500"})
    void everyAnswerIsSafeInABrowser(String path, int status) {
        var answer = http().get(SHOES + path, AGENCY_ADMIN);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void largeAnswersArePacked() {
        var answer = http().send(
                        "GET",
                        SHOES + "/things",
                        "",
                        "Authorization",
                        "Bearer " + AGENCY_ADMIN,
                        "Accept-Encoding",
                        "gzip");

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }
}
