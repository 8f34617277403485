package io.rapport.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a JSON Schema allows, in the lines of {@link RecordShape}. */
final class SchemaShape {

    private static final JsonNode STRING = JsonNodeFactory.instance.objectNode().put("type", "string");

    private final JsonNode root;
    private final List<String> lines = new ArrayList<>();

    private SchemaShape(JsonNode root) {
        this.root = root;
    }

    static List<String> of(JsonNode schema) {
        var shape = new SchemaShape(schema);
        shape.add("$", schema, "");
        return shape.lines;
    }

    private void add(String path, JsonNode named, String presence) {
        var schema = resolve(named);
        lines.add(path + ": " + type(schema) + presence);
        if (schema.has("items")) {
            add(path + "[]", schema.get("items"), "");
        }
        if (isMap(schema)) {
            add(path + "{key}", schema.has("propertyNames") ? schema.get("propertyNames") : STRING, "");
            add(path + "{value}", schema.get("additionalProperties"), "");
        }
        schema.path("properties")
                .forEachEntry((name, property) -> add(path + "." + name, property, presence(schema, name)));
    }

    private JsonNode resolve(JsonNode schema) {
        var ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : root.at(ref.substring(1));
    }

    private String presence(JsonNode owner, String name) {
        var required = owner.path("required")
                .valueStream()
                .anyMatch(word -> word.asString().equals(name));
        var nullable = resolve(owner.get("properties").get(name)).path("type").isArray();
        return (required ? ", required" : "") + (nullable ? ", or null" : "");
    }

    private static boolean isMap(JsonNode schema) {
        return schema.path("additionalProperties").isObject();
    }

    private static String type(JsonNode schema) {
        if (schema.has("anyOf")) {
            return enumeration(schema.get("anyOf"));
        }
        if (isMap(schema)) {
            return "map";
        }
        if (schema.path("uniqueItems").asBoolean(false)) {
            return "set";
        }
        var closed = schema.has("additionalProperties") || schema.has("enum") ? "closed " : "";
        var format = schema.has("format") ? " " + schema.get("format").asString() : "";
        return closed + typeName(schema.path("type")) + format;
    }

    private static String enumeration(JsonNode choices) {
        var open = choices.path(1).path("pattern").asString("").equals("^[A-Z][A-Z0-9_]*$");
        var values = choices.path(0)
                .path("enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return (open ? "open enum " : "closed enum ") + values;
    }

    /** Of {@code ["number", "null"]} the first. */
    private static String typeName(JsonNode type) {
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(name -> !name.equals("null"))
                        .collect(Collectors.joining(" or "))
                : type.asString("any");
    }
}
