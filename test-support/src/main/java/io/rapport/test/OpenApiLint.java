package io.rapport.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an OpenAPI 3.1 document: each operation has an id of its own, a summary, a tag, typed parameters for every variable of
 * its path, media types without wildcards, a successful response, and problems with examples for every 4xx; each reference leads
 * to a component.
 */
public final class OpenApiLint {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;
    private final List<String> errors = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private OpenApiLint(JsonNode document) {
        this.document = document;
    }

    /** The errors of a document; none if it is correct. */
    public static List<String> errors(String document) {
        var lint = new OpenApiLint(new JsonMapper().readTree(document));
        lint.check();
        return lint.errors;
    }

    private void check() {
        require(document.path("openapi").asString("").startsWith("3.1"), "document", "is not OpenAPI 3.1");
        for (var field : List.of("title", "version")) {
            require(!document.at("/info/" + field).asString("").isBlank(), "info", "has no " + field);
        }
        require(!document.path("paths").isEmpty(), "document", "has no paths");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> checkOperation(path.getKey(), operation.getKey(), operation.getValue())));
        checkReferences("document", document);
    }

    private void checkOperation(String path, String method, JsonNode operation) {
        var at = method.toUpperCase(Locale.ROOT) + " " + path;
        var id = operation.path("operationId").asString("");
        require(!id.isEmpty() && ids.add(id), at, "has no operationId of its own: " + id);
        require(!operation.path("summary").asString("").isBlank(), at, "has no summary");
        require(!operation.path("tags").isEmpty(), at, "has no tag");
        checkParameters(at, path, operation.path("parameters"));
        checkContent(at + " body", operation.at("/requestBody/content"));
        checkResponses(at, operation.path("responses"));
    }

    private void checkParameters(String at, String path, JsonNode parameters) {
        var found = new HashSet<String>();
        for (var declared : parameters) {
            var parameter = resolve(declared);
            var name = parameter.path("name").asString("");
            var in = parameter.path("in").asString("");
            require(found.add(in + " " + name), at, "declares the parameter " + name + " twice");
            require(isTyped(parameter.path("schema")), at, "has no type for the parameter " + name);
            require(!in.equals("path") || parameter.path("required").asBoolean(false), at, name + " is not required");
        }
        var variables = VARIABLE.matcher(path);
        while (variables.find()) {
            require(found.remove("path " + variables.group(1)), at, "does not declare {" + variables.group(1) + "}");
        }
        require(
                found.stream().noneMatch(each -> each.startsWith("path ")),
                at,
                "declares more than its path has: " + found);
    }

    private boolean isTyped(JsonNode declared) {
        var schema = resolve(declared);
        return schema.has("type") || schema.has("enum") || schema.has("oneOf") || schema.has("anyOf");
    }

    private void checkResponses(String at, JsonNode responses) {
        var statuses = responses.propertyNames();
        require(statuses.stream().anyMatch(status -> status.matches("[23]..")), at, "has no successful response");
        require(statuses.stream().anyMatch(status -> status.startsWith("4")), at, "has no 4xx response");
        responses.properties().forEach(each -> {
            var response = resolve(each.getValue());
            var where = at + " " + each.getKey();
            require(!response.path("description").asString("").isBlank(), where, "has no description");
            checkContent(where, response.path("content"));
            if (each.getKey().startsWith("4")) {
                var problem = response.path("content").path(PROBLEM);
                require(problem.has("schema"), where, "is not a problem");
                require(problem.has("example") || !problem.path("examples").isEmpty(), where, "has no example");
            }
        });
    }

    private void checkContent(String at, JsonNode content) {
        content.propertyNames().forEach(type -> require(!type.contains("*/*"), at, "has the media type " + type));
    }

    private void checkReferences(String at, JsonNode node) {
        if (node.path("$ref").isString()) {
            require(!resolve(node).isMissingNode(), at, "refers to nothing: " + node.path("$ref"));
        }
        node.properties().forEach(child -> checkReferences(at + "/" + child.getKey(), child.getValue()));
        if (node.isArray()) {
            node.forEach(child -> checkReferences(at, child));
        }
    }

    private JsonNode resolve(JsonNode node) {
        return node.path("$ref").isString()
                ? document.at(node.path("$ref").asString().substring(1))
                : node;
    }

    private void require(boolean condition, String at, String error) {
        if (!condition) {
            errors.add(at + " " + error);
        }
    }
}
