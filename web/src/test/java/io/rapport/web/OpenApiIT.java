package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.test.OpenApiLint;
import org.junit.jupiter.api.Test;

/** The description of the API that the service serves. */
class OpenApiIT extends WebTestBase {

    private static final String THINGS = "/v1/agencies/{agency}/brands/{brand}/things";

    @Test
    void describesTheApiAndNothingElse() {
        var document = http().send("GET", "/openapi.json", "").json();

        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.get("info").get("title").asString()).isEqualTo("Rapport: sample");
        assertThat(document.get("paths").propertyNames()).isNotEmpty().allMatch(path -> path.startsWith("/v1/"));
        assertThat(document.get("components")
                        .get("securitySchemes")
                        .get("token")
                        .get("scheme")
                        .asString())
                .isEqualTo("bearer");
        assertThat(document.get("security").get(0).has("token")).isTrue();
    }

    @Test
    void describesWhatTheEdgeAddsToEveryOperation() {
        var list = http().send("GET", "/openapi.json", "")
                .json()
                .get("paths")
                .get(THINGS)
                .get("get");

        assertThat(list.get("parameters").findValuesAsString("name"))
                .containsExactly("agency", "brand", "limit", "cursor");
        assertThat(list.get("responses").get("default").get("content").has("application/problem+json"))
                .isTrue();
        assertThat(list.get("responses").propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "406", "429", "503", "default");
        assertThat(list.get("tags").get(0).asString()).isEqualTo("Sample");
        assertThat(list.get("responses").get("404").get("$ref").asString())
                .isEqualTo("#/components/responses/Problem404");
    }

    @Test
    void documentHasNoErrors() {
        assertThat(OpenApiLint.errors(http().send("GET", "/openapi.json", "").body()))
                .isEmpty();
    }

    @Test
    void operationsWithABodyMayRefuseItsSizeAndType() {
        var add = http().send("GET", "/openapi.json", "")
                .json()
                .at("/paths")
                .get(THINGS)
                .get("post");

        assertThat(add.get("responses").propertyNames()).contains("413", "415");
    }

    @Test
    void yamlIsNotServed() {
        var answer = http().send(
                        "GET",
                        SHOES + "/things",
                        "",
                        "Authorization",
                        "Bearer " + SampleService.READER,
                        "Accept",
                        "application/yaml");

        assertProblem(answer, 406, "not-acceptable");
    }
}
