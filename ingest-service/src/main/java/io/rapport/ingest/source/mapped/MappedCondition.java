package io.rapport.ingest.source.mapped;

import io.rapport.ingest.domain.input.InputRejectedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A condition on an entry: every test has to hold.
 *
 * @param tests each a pointer with what its value may be
 */
record MappedCondition(List<Test> tests) {

    private static final int MAX_DIGITS = 30;

    static final MappedCondition ALWAYS = new MappedCondition(List.of());

    /**
     * A test of one value.
     *
     * @param values the texts of values that pass; null to test for presence
     * @param present whether the value has to be present, without values
     */
    record Test(MappedPointer pointer, @Nullable List<String> values, boolean present) {

        boolean holds(MappedPayload payload) {
            var node = payload.at(pointer);
            var given = isPresent(node);
            return values == null ? given == present : given && values.contains(text(node));
        }
    }

    /**
     * Reads a condition: {@code {pointer: value, …}}, where a value is a constant, a list of constants, or
     * {@code {"exists": true}}.
     *
     * @throws InputRejectedException if it is none
     */
    static MappedCondition read(@Nullable Object setting, String path) {
        if (setting == null) {
            return ALWAYS;
        }
        if (!(setting instanceof Map<?, ?> pairs)) {
            throw InputRejectedException.invalid(path, "has to be an object of pointers and values.");
        }
        var tests = new ArrayList<Test>();
        pairs.forEach((pointer, value) -> tests.add(test(MappedPointer.parse(pointer, path), value, path)));
        return new MappedCondition(List.copyOf(tests));
    }

    boolean holds(MappedPayload payload) {
        return tests.stream().allMatch(test -> test.holds(payload));
    }

    static boolean isPresent(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    static String text(JsonNode node) {
        if (node.isNumber() && !node.isIntegralNumber()) {
            var number = node.decimalValue();
            return Math.abs(number.scale()) <= MAX_DIGITS ? number.toPlainString() : number.toString();
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }

    private static Test test(MappedPointer pointer, @Nullable Object value, String path) {
        if (value instanceof Map<?, ?> test && test.get("exists") instanceof Boolean present) {
            return new Test(pointer, null, present);
        }
        if (value instanceof Map) {
            throw InputRejectedException.invalid(
                    path, "has a test that is neither a value, a list of values nor {\"exists\": true}.");
        }
        var values = value instanceof List<?> list ? list : Arrays.asList(value);
        return new Test(pointer, values.stream().map(String::valueOf).toList(), true);
    }
}
