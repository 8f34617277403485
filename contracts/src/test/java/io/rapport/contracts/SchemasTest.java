package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Schema, record and golden samples agree. */
class SchemasTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    static Collection<String> types() {
        return EventTypes.RECORDS.keySet();
    }

    @ParameterizedTest
    @MethodSource("types")
    void describesItsRecord(String type) {
        assertThat(SchemaShape.of(EventTypes.schema(type)))
                .containsExactlyElementsOf(RecordShape.of(EventTypes.RECORDS.get(type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isWellFormedAndKnownByItsName(String type) {
        var schema = EventTypes.schema(type);
        var dialect = "https://json-schema.org/draft/2020-12/schema";

        assertThat(REGISTRY.getSchema(SchemaLocation.of(dialect)).validate(schema))
                .isEmpty();
        assertThat(schema.path("$schema").asString()).isEqualTo(dialect);
        assertThat(schema.path("$id").asString()).isEqualTo("urn:rapport:schema:" + type + ":v1");
        assertThat(schema.path("title").asString())
                .isEqualTo(EventTypes.RECORDS.get(type).getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("types")
    void explainsEveryField(String type) {
        var schema = EventTypes.schema(type);
        var properties = schema.findValues("properties").stream()
                .flatMap(owner -> owner.properties().stream())
                .filter(property -> !property.getValue().has("$ref"));

        assertThat(properties).allMatch(property -> property.getValue().has("description"));
        assertThat(schema.path("$defs").properties())
                .allMatch(definition -> definition.getValue().has("description"));
    }

    @ParameterizedTest
    @MethodSource("io.rapport.contracts.GoldenSample#all")
    void acceptsEveryGoldenSample(GoldenSample sample) {
        assertThat(validate(sample.type(), sample.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.rapport.contracts.GoldenSample#all")
    void acceptsFieldsAndValuesOfLaterVersions(GoldenSample sample) {
        var event = sample.event();
        var fields = LaterVersion.withAnotherField().<JsonNode>valueToTree(event);
        var values =
                LaterVersion.withEnumsAs(value -> "NOT_YET_" + value.name()).<JsonNode>valueToTree(event);

        assertThat(validate(sample.type(), fields)).isEmpty();
        assertThat(validate(sample.type(), values)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsInSomeGoldenSample(String type) {
        var shown = GoldenSample.all().stream()
                .filter(sample -> sample.type().equals(type))
                .flatMap(sample -> fields("$", sample.json()))
                .collect(Collectors.toSet());
        var described = SchemaShape.of(EventTypes.schema(type)).stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                // The schema does not define which keys a map has.
                .filter(path -> !path.contains("{"));

        assertThat(described).isSubsetOf(shown);
    }

    @Test
    void thereIsOneForEveryTypeAndNoOther() throws IOException {
        try (var files = Files.list(EventTypes.RESOURCES.resolve("schemas"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().stream().map(type -> type + ".v1.json").toList());
        }
    }

    private static Collection<?> validate(String type, JsonNode event) {
        return REGISTRY.getSchema(EventTypes.schema(type)).validate(event.toString(), InputFormat.JSON);
    }

    private static Stream<String> fields(String path, JsonNode node) {
        var inner = node.isArray()
                ? node.valueStream().flatMap(item -> fields(path + "[]", item))
                : node.properties().stream().flatMap(field -> fields(path + "." + field.getKey(), field.getValue()));
        return Stream.concat(Stream.of(path), inner);
    }
}
