package io.rapport.scoring.web;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.messaging.json.Json;
import io.rapport.scoring.domain.model.InvalidModelException;
import io.rapport.scoring.domain.model.InvalidModelException.Fault;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A new model as a JSON merge patch (RFC 7396) on an existing one: missing fields keep their values, and null removes a kind.
 */
record ModelPatch(ObjectNode patch) {

    private static final JsonMapper STRICT = Json.mapper()
            .rebuild()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private static final Set<String> KINDS = Stream.of(EngagementKind.values())
            .filter(kind -> kind != EngagementKind.UNKNOWN)
            .map(EngagementKind::name)
            .collect(Collectors.toUnmodifiableSet());

    /** Returns the version of the new model; empty when it is missing. */
    String version() {
        return patch.path("version").asString("");
    }

    /**
     * Applies the patch to a model.
     *
     * @throws InvalidModelException if the result is not a valid model
     */
    ScoringModel applyTo(ScoringModel base) {
        ObjectNode tree = STRICT.valueToTree(base);
        merge(tree, patch);
        tree.put("version", version());
        checkKinds(tree);
        try {
            return STRICT.treeToValue(tree, ScoringModel.class);
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidModelException invalid) {
                throw invalid;
            }
            throw new InvalidModelException(List.of(new Fault(
                    path(e), "The field is unknown, incomplete or of the wrong type. GET a model to see its fields.")));
        }
    }

    private static void checkKinds(ObjectNode tree) {
        var faults = new ArrayList<Fault>();
        for (var field : List.of("inbound", "effort")) {
            tree.path(field).propertyNames().stream()
                    .filter(name -> !KINDS.contains(name))
                    .forEach(name -> faults.add(new Fault(field + "." + name, "Unknown kind " + name)));
        }
        if (!faults.isEmpty()) {
            throw new InvalidModelException(faults);
        }
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.forEachEntry((name, value) -> {
            if (value.isNull()) {
                into.remove(name);
            } else if (value instanceof ObjectNode more && into.get(name) instanceof ObjectNode known) {
                merge(known, more);
            } else {
                into.set(name, value);
            }
        });
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(reference -> String.valueOf(reference.getPropertyName()))
                .collect(Collectors.joining("."));
    }
}
