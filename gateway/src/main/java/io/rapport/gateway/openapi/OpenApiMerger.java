package io.rapport.gateway.openapi;

import io.rapport.gateway.route.RouteTable;
import io.rapport.gateway.route.UpstreamService;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges the OpenAPI documents of the services into one: the operations that the gateway routes to the service, and their
 * components, whose names get the service's name as a prefix because two services may use one name for different schemas.
 */
public final class OpenApiMerger {

    private static final String COMPONENT = "#/components/";

    private final ObjectNode merged;
    private final ObjectNode paths;
    private final ObjectNode components;

    /** Starts with an empty document. */
    public OpenApiMerger(JsonMapper json) {
        merged = json.createObjectNode().put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Rapport")
                .put("version", "v1")
                .put("description", "All services at one address.");
        paths = merged.putObject("paths");
        components = merged.putObject("components");
    }

    /** Adds the document of a service. */
    public void add(UpstreamService service, JsonNode document) {
        document.path("paths").properties().forEach(path -> addPath(service, path.getKey(), path.getValue()));
        document.path("components").properties().forEach(kind -> addComponents(service, kind));
        if (document.has("security")) {
            merged.set("security", document.get("security"));
        }
    }

    /** The document with everything added so far. */
    public JsonNode document() {
        return merged;
    }

    private void addPath(UpstreamService service, String path, JsonNode operations) {
        operations.properties().forEach(operation -> {
            var method = operation.getKey().toUpperCase(Locale.ROOT);
            if (RouteTable.find(method, path).filter(service::equals).isPresent()) {
                paths.withObjectProperty(path)
                        .set(operation.getKey(), withPrefixedReferences(service, operation.getValue()));
            }
        });
    }

    private void addComponents(UpstreamService service, Map.Entry<String, JsonNode> kind) {
        var target = components.withObjectProperty(kind.getKey());
        kind.getValue().properties().forEach(component -> {
            var shared = kind.getKey().equals("securitySchemes");
            target.set(
                    shared ? component.getKey() : service + "." + component.getKey(),
                    withPrefixedReferences(service, component.getValue()));
        });
    }

    private static JsonNode withPrefixedReferences(UpstreamService service, JsonNode node) {
        var copy = node.deepCopy();
        prefix(service, copy);
        return copy;
    }

    private static void prefix(UpstreamService service, JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            object.put("$ref", prefixed(service, object.get("$ref").asString()));
        }
        node.forEach(child -> prefix(service, child));
    }

    private static String prefixed(UpstreamService service, String reference) {
        if (!reference.startsWith(COMPONENT)) {
            return reference;
        }
        var name = reference.lastIndexOf('/') + 1;
        return reference.substring(0, name) + service + "." + reference.substring(name);
    }
}
