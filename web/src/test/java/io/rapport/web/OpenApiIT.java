package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the service says of itself. */
class OpenApiIT extends WebTestBase {

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
                .get("/v1/agencies/{agency}/brands/{brand}/things")
                .get("get");

        assertThat(list.get("parameters").findValuesAsString("name"))
                .containsExactly("agency", "brand", "limit", "cursor");
        assertThat(list.get("responses").get("default").get("content").has("application/problem+json"))
                .isTrue();
        assertThat(list.get("responses").propertyNames()).containsExactlyInAnyOrder("200", "default");
    }
}
