package io.rapport.contracts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Rapport's services write and read it. */
final class WireFormat {

    static final JsonMapper MAPPER = mapper().build();

    private WireFormat() {}

    static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
    }

    /**
     * Whether a later version wrote what an earlier one had written: the same, plus nulls at most, for a null means what
     * a missing field means.
     */
    static boolean saysTheSame(JsonNode earlier, JsonNode later) {
        if (earlier instanceof ObjectNode before && later instanceof ObjectNode after) {
            return Stream.concat(before.propertyNames().stream(), after.propertyNames().stream())
                    .allMatch(name -> before.has(name)
                            ? after.has(name) && saysTheSame(before.get(name), after.get(name))
                            : after.get(name) instanceof NullNode);
        }
        if (earlier instanceof ArrayNode before && later instanceof ArrayNode after) {
            return before.size() == after.size() && pairs(before, after).allMatch(WireFormat::saysTheSame);
        }
        return earlier.equals(later);
    }

    private static boolean saysTheSame(Map.Entry<JsonNode, JsonNode> pair) {
        return saysTheSame(pair.getKey(), pair.getValue());
    }

    private static Stream<Map.Entry<JsonNode, JsonNode>> pairs(ArrayNode before, ArrayNode after) {
        var first = List.copyOf(before.values());
        var second = List.copyOf(after.values());
        return Stream.iterate(0, i -> i < first.size(), i -> i + 1).map(i -> Map.entry(first.get(i), second.get(i)));
    }
}
