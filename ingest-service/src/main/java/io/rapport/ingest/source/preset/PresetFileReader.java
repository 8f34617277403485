package io.rapport.ingest.source.preset;

import io.rapport.ingest.domain.mapping.EngagementMappingReader;
import io.rapport.ingest.domain.mapping.EngagementPreset;
import io.rapport.ingest.domain.mapping.MappingQuestion;
import io.rapport.ingest.domain.mapping.MappingRule;
import io.rapport.ingest.domain.mapping.PresetCatalogue;
import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the presets that are shipped. A file has the fields of a saved mapping, and besides {@code name}, {@code title},
 * {@code detect} (sets of columns by which the export is recognised), {@code rules} and {@code asks}.
 */
public final class PresetFileReader {

    private static final List<String> NAMES = List.of(
            "hootsuite",
            "sprout-social",
            "front",
            "x-archive",
            "shopify-orders",
            "ga4",
            "matomo",
            "plausible",
            "search-console",
            "buffer",
            "calls",
            "hubspot-calls",
            "hubspot-meetings",
            "salesforce-tasks",
            "salesforce-events");

    private PresetFileReader() {}

    /** Reads all presets. */
    public static PresetCatalogue readAll() {
        return new PresetCatalogue(NAMES.stream().map(PresetFileReader::read).toList());
    }

    private static EngagementPreset read(String name) {
        try (var in = PresetFileReader.class.getResourceAsStream(name + ".json")) {
            var file = Json.mapper().readTree(Objects.requireNonNull(in, name));
            var mapping = new EngagementMappingReader(new PresetCatalogue(List.of()))
                    .read(Json.mapper().convertValue(file, Map.class));
            return new EngagementPreset(
                    name,
                    file.path("title").asString(),
                    list(file.path("detect")).stream()
                            .map(PresetFileReader::texts)
                            .toList(),
                    mapping,
                    list(file.path("rules")).stream()
                            .map(PresetFileReader::rule)
                            .toList(),
                    list(file.path("asks")).stream()
                            .map(ask -> new MappingQuestion(
                                    ask.path("field").asString(),
                                    ask.path("message").asString()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MappingRule rule(JsonNode rule) {
        return new MappingRule(
                pairs(rule.path("when")), pairs(rule.path("set")), text(rule, "skip"), text(rule, "also"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asString() : null;
    }

    private static Map<String, String> pairs(JsonNode object) {
        var pairs = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(entry -> pairs.put(entry.getKey(), entry.getValue().asString()));
        return pairs;
    }

    private static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asString).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        var list = new ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }
}
