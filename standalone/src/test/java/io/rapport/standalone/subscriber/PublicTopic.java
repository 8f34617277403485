package io.rapport.standalone.subscriber;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A public topic of the documentation.
 *
 * @param name the full name
 * @param keyedBy the fields of the key
 */
record PublicTopic(String name, List<String> keyedBy) {

    static final PublicTopic RELATIONSHIPS =
            new PublicTopic("rapport.score.relationship.current.v1", List.of("agency", "brand", "person"));

    static final List<PublicTopic> ALL = List.of(
            RELATIONSHIPS,
            new PublicTopic("rapport.score.relationship.changes.v1", RELATIONSHIPS.keyedBy()),
            new PublicTopic("rapport.score.brand.current.v1", List.of("agency", "brand")),
            new PublicTopic("rapport.score.brand.changes.v1", List.of("agency", "brand")),
            new PublicTopic("rapport.sentiment.spread.current.v1", List.of("agency", "brand")),
            new PublicTopic("rapport.sentiment.spread.changes.v1", List.of("agency", "brand")),
            new PublicTopic("rapport.content.resonance.current.v1", List.of("agency", "brand", "channel")));

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    static PublicTopic named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** The name of the event: the topic's name without prefix, form and version. */
    String event() {
        return name.replaceAll("^rapport\\.|(\\.current|\\.changes)?\\.v1$", "");
    }

    /** The violations of the published schema by a value. */
    Collection<?> violations(String json) {
        return SCHEMAS.computeIfAbsent(event(), PublicTopic::schema).validate(json, InputFormat.JSON);
    }

    private static Schema schema(String event) {
        try (var published = PublicTopic.class.getResourceAsStream("/schemas/" + event + ".v1.json")) {
            return REGISTRY.getSchema(Json.mapper().readTree(published));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
