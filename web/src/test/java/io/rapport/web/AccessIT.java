package io.rapport.web;

import static io.rapport.web.SampleService.ADMINISTRATOR;
import static io.rapport.web.SampleService.AGENCY_ADMIN;
import static io.rapport.web.SampleService.EXPIRED;
import static io.rapport.web.SampleService.READER;
import static io.rapport.web.SampleService.SENDER;
import static io.rapport.web.SampleService.SHOES_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.auth.TokenDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** Who may do what. The words in the tables are the tokens of {@link SampleService}. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"logging.level.io.rapport=TRACE", "logging.level.org.springframework.security=TRACE"})
class AccessIT extends WebTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/agencies/acme/brands/shoes/things",
                "/",
                "/nowhere",
                "/v1/agencies/nobody",
                "/actuator/prometheus"
            })
    void withoutATokenNothingIsTold(String path) {
        var answer = http().send("GET", path, "", "Accept", "text/html");

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", EXPIRED, "", "installation-administrato"})
    void anInvalidTokenIsSaidToBeInvalid(String token) {
        var answer = http().get(SHOES + "/things", token);

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void otherSchemesAreNoToken() {
        assertProblem(
                http().send("GET", SHOES + "/things", "", "Authorization", "Basic " + READER), 401, "unauthenticated");
        assertThat(http().send("GET", SHOES + "/things", "", "Authorization", "bearer  " + READER)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theCookieMeansNothingWithoutPages() {
        assertThat(http().send("GET", SHOES + "/things", "", "Cookie", "rapport_session=" + READER)
                        .status())
                .isEqualTo(401);
        assertProblem(
                http().send("POST", "/sign-in", "token=" + READER, "Content-Type", "application/x-www-form-urlencoded"),
                401,
                "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /v1/agencies/other/brands/shoes/things, " + AGENCY_ADMIN,
        "GET,  /v1/agencies/acme/brands/hats/things,   " + SHOES_ADMIN,
        "POST, /v1/agencies/acme/brands/hats/engagements, " + SHOES_ADMIN,
        "GET,  /v1/agencies/acme/brands,               " + SHOES_ADMIN,
        "GET,  /v1/agencies/acme/tokens,               " + SHOES_ADMIN,
        "POST, /v1/agencies/acme/tokens,               " + SHOES_ADMIN,
        "GET,  /agencies/other/brands/shoes/people,    " + READER,
        "GET,  /v1/agencies,                           " + AGENCY_ADMIN,
        "GET,  /v1/anything,                           " + AGENCY_ADMIN,
        "GET,  /actuator/prometheus,                   " + AGENCY_ADMIN,
        "GET,  /actuator,                              " + AGENCY_ADMIN,
        "GET,  /nowhere,                               " + READER,
        "GET,  /v1/agencies/acme/nowhere,              " + READER,
        "GET,  /v1/agencies/other/mark,                " + SHOES_ADMIN,
        "GET,  /v1/agencies/other/mark,                " + AGENCY_ADMIN,
        "GET,  /v1/agencies/acme/mark/more,            " + SHOES_ADMIN,
        "POST, /v1/agencies/acme/mark,                 " + SHOES_ADMIN,
        "GET,  /v1/agencies/nobody/brands/none,        " + ADMINISTRATOR,
    })
    void whatIsOutsideIsAnsweredLikeWhatDoesNotExist(String method, String path, String token) {
        var unknown = http().get("/v1/agencies/acme/brands/shoes/no/such/thing", AGENCY_ADMIN);
        var answer = http().send(method, path, "", "Authorization", "Bearer " + token);

        assertProblem(answer, 404, "not-found");
        assertThat(answer.body()).isEqualTo(unknown.body());
        assertThat(answer.headers()).isEqualTo(unknown.headers());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /brands/shoes/things,          " + READER + ", 200",
        "HEAD,   /brands/shoes/things,          " + READER + ", 200",
        "GET,    /brands/shoes/things,          " + SHOES_ADMIN + ", 200",
        "GET,    /brands/shoes/things,          " + AGENCY_ADMIN + ", 200",
        "GET,    /brands/shoes/things,          " + ADMINISTRATOR + ", 200",
        "POST,   /brands/shoes/engagements,     " + SENDER + ", 200",
        "POST,   /brands/shoes/imports/clients, " + SENDER + ", 200",
        "POST,   /brands/shoes/hooks/mastodon,  " + SENDER + ", 200",
        "POST,   /brands/shoes/engagements,     " + SHOES_ADMIN + ", 200",
        "GET,    /brands/shoes/rejected,        " + SENDER + ", 200",
        "GET,    /brands/shoes/rejected,        " + READER + ", 200",
        "POST,   /brands/shoes/previews,        " + READER + ", 200",
        "DELETE, /brands/shoes/things/a,        " + SHOES_ADMIN + ", 409",
        "GET,    /brands,                       " + READER + ", 200",
        "GET,    /mark,                         " + SHOES_ADMIN + ", 200",
        "HEAD,   /mark,                         " + SHOES_ADMIN + ", 200",
        "GET,    /mark,                         " + READER + ", 200",
        "GET,    /tokens,                       " + AGENCY_ADMIN + ", 200",
        "POST,   /tokens,                       " + AGENCY_ADMIN + ", 200",
        "POST,   /tokens,                       " + ADMINISTRATOR + ", 200",
    })
    void insideAScopeAllows(String method, String path, String token, int status) {
        var answer = http().send(method, "/v1/agencies/acme" + path, "", "Authorization", "Bearer " + token);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /brands/shoes/things,          " + SENDER + ", READ",
        "HEAD,   /brands/shoes/things,          " + SENDER + ", READ",
        "POST,   /brands/shoes/engagements,     " + READER + ", INGEST",
        "POST,   /brands/shoes/imports/clients, " + READER + ", INGEST",
        "POST,   /brands/shoes/hooks/mastodon,  " + READER + ", INGEST",
        "POST,   /brands/shoes/things,          " + READER + ", ADMIN",
        "POST,   /brands/shoes/things,          " + SENDER + ", ADMIN",
        "DELETE, /brands/shoes/engagements,     " + SENDER + ", ADMIN",
        "PUT,    /brands/shoes,                 " + SENDER + ", ADMIN",
        "POST,   /brands/shoes/previews,        " + SENDER + ", READ",
        "POST,   /engagements,                  " + SENDER + ", ADMIN",
        "GET,    /mark,                         " + SENDER + ", READ",
        "GET,    /tokens,                       " + READER + ", ADMIN",
        "HEAD,   /tokens,                       " + READER + ", ADMIN",
        "POST,   /tokens,                       " + SENDER + ", ADMIN",
    })
    void insideAMissingScopeIsNamed(String method, String path, String token, String scope) {
        var answer = http().send(method, "/v1/agencies/acme" + path, "", "Authorization", "Bearer " + token);

        assertThat(answer.status()).isEqualTo(403);
        if (!method.equals("HEAD")) {
            assertProblem(answer, 403, "scope-missing");
            assertThat(answer.json().get("detail").asString()).contains(scope);
            assertThat(answer.json().get("scopes").get(0).asString()).isEqualTo(scope);
        }
    }

    @Test
    void rejectedNeedsEitherOfTwoScopesAndAWriteOnItNeither() {
        assertThat(http().send("DELETE", SHOES + "/rejected", "", "Authorization", "Bearer " + SENDER)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void onlyTheAdministratorChangesTheInstallation() {
        assertProblem(http().post("/", READER, "{}"), 403, "scope-missing");
        assertThat(http().post("/", ADMINISTRATOR, "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/openapi.json",
                "/open/word"
            })
    void someThingsNeedNoToken(String path) {
        assertThat(http().send("GET", path, "").status()).isEqualTo(200);
        assertThat(http().get(path, "invalid").status()).isEqualTo(200);
    }

    @Test
    void healthTellsDetailsToTheAdministratorOnly() {
        assertThat(http().send("GET", "/actuator/health", "").json().has("components"))
                .isFalse();
        assertThat(http().get("/actuator/health", AGENCY_ADMIN).json().has("components"))
                .isFalse();
        assertThat(http().get("/actuator/health", ADMINISTRATOR).json().has("components"))
                .isTrue();
    }

    @Test
    void metricsAreTheAdministrators() {
        var answer = http().get("/actuator/prometheus", ADMINISTRATOR);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/agencies/acme/brands/shoes%2Fthings",
                "/v1/agencies/acme/brands/shoes;x=1/things",
                "/v1/agencies/acme/brands//things",
                "/v1/agencies/acme/brands/hats/../shoes/things",
                "/v1/agencies/acme/brands/shoes/%2e%2e/hats/things",
                "/v1/agencies/acme/brands/shoes%00/things",
            })
    void pathsThatCouldMeanTwoThingsAreRefused(String path) {
        assertThat(http().get(path, SHOES_ADMIN).status()).isIn(400, 404);
        assertThat(http().get(path, SHOES_ADMIN).header("Content-Type"))
                .satisfiesAnyOf(
                        type -> assertThat(type).isEqualTo("application/problem+json"),
                        // Refused by the connector already, before there is a service to answer.
                        type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void anEncodedNameIsTheSameName() {
        assertThat(http().get("/v1/agencies/acme/brands/sh%6Fes/things", SHOES_ADMIN)
                        .status())
                .isEqualTo(200);
        assertProblem(http().get("/v1/agencies/acme/brands/hat%73/things", SHOES_ADMIN), 404, "not-found");
        assertProblem(http().get("/V1/agencies/other/brands/shoes/things", READER), 404, "not-found");
    }

    @Test
    void noTokenReachesTheLog(CapturedOutput log) {
        http().get(SHOES + "/things", READER);
        http().get(SHOES + "/failing", READER);
        http().get(SHOES + "/things", "unknown-secret-token");
        http().get(SHOES + "/things", ADMINISTRATOR);

        assertThat(log).contains(SHOES + "/things");
        assertThat(log).doesNotContain(READER, "unknown-secret-token", ADMINISTRATOR);
        assertThat(log).doesNotContain(TokenDirectory.hash(READER)).doesNotContain("Using generated security password");
    }
}
