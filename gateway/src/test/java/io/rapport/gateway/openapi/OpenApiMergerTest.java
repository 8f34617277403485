package io.rapport.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.gateway.route.UpstreamService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiMergerTest {

    private static final String PEOPLE = "/v1/agencies/{agency}/brands/{brand}/people";

    private final JsonMapper json = new JsonMapper();
    private final OpenApiMerger merger = new OpenApiMerger(json);

    @Test
    void anOperationIsTakenFromTheServiceThatServesItOnly() {
        merger.add(UpstreamService.REPORT, document("list"));
        merger.add(UpstreamService.IDENTITY, document("other"));

        var operation = merger.document().path("paths").path(PEOPLE).path("get");
        assertThat(operation.path("operationId").asString()).isEqualTo("list");
    }

    @Test
    void schemasOfOneNameStayApartAndReferencesFollow() {
        merger.add(UpstreamService.REPORT, document("list"));
        merger.add(UpstreamService.IDENTITY, document("other"));

        var merged = merger.document();
        assertThat(merged.at("/components/schemas").propertyNames()).contains("report.Person", "identity.Person");
        assertThat(merged.at("/components/securitySchemes").propertyNames()).containsExactly("token");
        assertThat(merged.path("paths")
                        .path(PEOPLE)
                        .path("get")
                        .findValue("$ref")
                        .asString())
                .isEqualTo("#/components/schemas/report.Person");
        assertThat(merged.at("/security/0/token").isArray()).isTrue();
    }

    private JsonNode document(String operation) {
        return json.readTree("""
                {"openapi": "3.1.0", "security": [{"token": []}], "paths": {"%s": {"get": {"operationId": "%s", "responses": {"200":
                  {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Person"}}}}}}}},
                 "components": {"schemas": {"Person": {"type": "object"}}, "securitySchemes": {"token": {"type": "http"}}}}
                """.formatted(PEOPLE, operation));
    }
}
