package io.rapport.ingest.source.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.messaging.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class JsonMappingSourceTest {

    private static final String SETTINGS = """
            {"each": "/events", "eventType": "/type", "rules": [
              {"when": {"/type": ["comment", "reply"], "/author/id": {"exists": true}},
               "account": "#/page/id",
               "revision": "/edited",
               "withdrawn": {"/deleted": true},
               "fields": {
                 "sourceId": {"join": [{"value": "c"}, "/id"], "separator": "-"},
                 "channel": {"value": "web"},
                 "kind": {"path": "/type", "words": {"comment": "COMMENT", "reply": "REPLY"}},
                 "direction": {"value": "INBOUND"},
                 "occurredAt": {"path": "/at", "epoch": "SECONDS"},
                 "actor.id": "/author/id",
                 "actor.name": {"path": "/author/name", "default": "unknown"},
                 "content.topics": "/tags"}}]}""";

    private final JsonMappingSource source = new JsonMappingSource();

    @Test
    void mapsEntriesByTheFirstRuleThatHolds() {
        var mapping = map("""
                {"page": {"id": "p1"}, "events": [
                  {"type": "comment", "id": 7, "at": 1767225600, "author": {"id": "ann"}, "tags": ["a", "b"], "edited": 5},
                  {"type": "reply", "id": "8", "at": 1767225600.5, "author": {"id": "bob", "name": "Bob"}, "deleted": true},
                  {"type": "ping"},
                  {"type": "comment", "id": 9, "author": {}}]}""");

        assertThat(mapping.items()).hasSize(4);
        assertThat(mapping.items().get(0))
                .isEqualTo(new SourceMapping.Mapped(
                        "p1",
                        Map.of(
                                "sourceId", "c-7",
                                "channel", "web",
                                "kind", "COMMENT",
                                "direction", "INBOUND",
                                "occurredAt", "2026-01-01T00:00:00Z",
                                "actor", Map.of("id", "ann", "name", "unknown"),
                                "content", Map.of("topics", List.of("a", "b"))),
                        5L,
                        false));
        assertThat(mapping.mapped().skip(1).findFirst().orElseThrow())
                .satisfies(reply -> assertThat(reply.withdrawn()).isTrue())
                .satisfies(reply -> assertThat(reply.engagement()).containsEntry("kind", "REPLY"))
                .satisfies(reply ->
                        assertThat(reply.engagement()).containsEntry("occurredAt", "2026-01-01T00:00:00.500Z"));
        assertThat(mapping.items().subList(2, 4))
                .containsExactly(new SourceMapping.Ignored("ping"), new SourceMapping.Ignored("comment"));
    }

    @Test
    void namesThePathThatIsMissing() {
        assertThat(
                        map("{\"page\": {\"id\": \"p1\"}, \"events\": [{\"type\": \"comment\", \"id\": 7, \"author\": {\"id\": \"a\"}}]}")
                                .items())
                .containsExactly(
                        new SourceMapping.Unusable("The field occurredAt is missing in the payload.", "/events/0/at"));
        assertThat(map("{\"events\": [{\"type\": \"comment\", \"id\": 7, \"author\": {\"id\": \"a\"}}]}")
                        .items())
                .containsExactly(new SourceMapping.Unusable("The account is missing in the payload.", "/page/id"));
        assertThat(map("{\"data\": []}").items())
                .containsExactly(new SourceMapping.Unusable("The entries are missing in the payload.", "/events"));
    }

    @Test
    void noPayloadFails() {
        for (var text : List.of(
                "",
                "<html>",
                "null",
                "1",
                "[]",
                "{",
                "{\"events\": 1}",
                "{\"events\": [null, 1, [], {\"type\": {}}]}",
                "[".repeat(5000),
                "{\"page\":{\"id\":{}},\"events\":[{\"type\":\"comment\",\"id\":1e400,\"at\":1e999999999,\"edited\":1e99,\"author\":{\"id\":[[1]]}}]}",
                "{\"page\":{\"id\":1},\"events\":[{\"type\":\"comment\",\"id\":1,\"at\":9999999999999999,\"author\":{\"id\":1}}]}")) {
            assertThat(map(text).items()).as(text).isNotNull();
        }
        assertThat(map("<html>").items())
                .containsExactly(new SourceMapping.Unusable("The payload is not valid JSON.", ""));
    }

    @Test
    void settingsThatCannotBeUsedAreRefusedWithTheirPath() {
        var rule =
                "{\"account\": \"/a\", \"fields\": {\"sourceId\": \"/a\", \"channel\": \"/a\", \"kind\": \"/a\", \"direction\": \"/a\", \"occurredAt\": %s}}";
        for (var settings : Map.of(
                        "{}",
                        "settings.rules",
                        "{\"rules\": []}",
                        "settings.rules",
                        "{\"rules\": [1]}",
                        "settings.rules[0]",
                        "{\"rules\": [{\"account\": \"/a\", \"fields\": {\"sourceId\": \"/a\"}}]}",
                        "has no channel",
                        "{\"rules\": [{\"account\": \"/a\", \"fields\": {\"brand\": \"/a\"}}]}",
                        "brand",
                        "{\"rules\": [" + rule.formatted("\"at\"") + "]}",
                        "settings.rules[0].fields.occurredAt",
                        "{\"rules\": [" + rule.formatted("{\"path\": \"/a\", \"epoch\": \"DAYS\"}") + "]}",
                        "SECONDS",
                        "{\"rules\": [" + rule.formatted("{\"value\": {}}") + "]}",
                        "occurredAt.value",
                        "{\"each\": \"x\", \"rules\": [" + rule.formatted("\"/a\"") + "]}",
                        "settings.each")
                .entrySet()) {
            assertThatThrownBy(() -> source.requireValid(settings(settings.getKey())))
                    .as(settings.getKey())
                    .isInstanceOf(InputRejectedException.class)
                    .hasMessageContaining(settings.getValue());
        }
        source.requireValid(settings("{\"rules\": [" + rule.formatted("\"/a\"") + "]}"));
    }

    private SourceMapping map(String payload) {
        return source.map(
                SourcePayload.of(payload.getBytes(StandardCharsets.UTF_8), "application/json"), settings(SETTINGS));
    }

    private static SourceSettings settings(String json) {
        return new SourceSettings(
                Set.of("p1"), Json.mapper().readValue(json, new TypeReference<Map<String, Object>>() {}));
    }
}
