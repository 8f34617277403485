package io.rapport.report.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the JSON Schema of the arguments of a tool: flat, and closed to other names. */
final class ToolSchema {

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    /** The schema of a tool of a brand. */
    static ToolSchema ofBrand() {
        return new ToolSchema().requireBrand();
    }

    /** Adds the brand. */
    ToolSchema requireBrand() {
        return require(AssistantCall.AGENCY, "agency of the brand, from list_brands")
                .require(AssistantCall.BRAND, "brand, from list_brands");
    }

    /** Adds a text that is required. */
    ToolSchema require(String name, String description) {
        required.add(name);
        return allow(name, description);
    }

    /** Adds a text that may be left out. */
    ToolSchema allow(String name, String description) {
        properties.put(name, Map.of("type", "string", "description", description));
        return this;
    }

    /** Adds a number that may be left out. */
    ToolSchema allowNumber(String name, String description, int least, int most) {
        properties.put(name, Map.of("type", "integer", "description", description, "minimum", least, "maximum", most));
        return this;
    }

    /** Adds a choice that is required. */
    ToolSchema requireOneOf(String name, String description, List<String> values) {
        required.add(name);
        properties.put(name, Map.of("type", "string", "description", description, "enum", values));
        return this;
    }

    /** Adds the page of a list. */
    ToolSchema paged() {
        return allowNumber("limit", "number of items, default 20", 1, ApiReader.MAX_ITEMS)
                .allow("cursor", "'next' of the page before");
    }

    /** The arguments by name. */
    Map<String, Object> properties() {
        return properties;
    }

    Map<String, Object> build() {
        return Map.of("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }
}
