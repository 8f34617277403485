package io.rapport.ingest.source.mapped;

import io.rapport.ingest.domain.input.EpochUnit;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the value of a field is made: a constant, a value of the payload with words that stand for others, or several values
 * joined.
 *
 * @param pointer where the value is; null for a constant and for joined values
 * @param constant the value without a pointer, or when there is none at the pointer; null for none
 * @param words what words of the payload stand for; others stay as they are
 * @param epoch the unit of a time that is a number; null for other values
 * @param parts the values that are joined; empty for none
 * @param separator between joined values
 */
record MappedValue(
        @Nullable MappedPointer pointer,
        @Nullable Object constant,
        Map<String, String> words,
        @Nullable EpochUnit epoch,
        List<MappedValue> parts,
        String separator) {

    private static final int MAX_PARTS = 10;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    /**
     * Reads the setting of a value.
     *
     * @param path the path of the setting, for messages
     * @throws InputRejectedException if it is none
     */
    static MappedValue read(@Nullable Object setting, String path) {
        if (!(setting instanceof Map<?, ?> object)) {
            return new MappedValue(MappedPointer.parse(setting, path), null, Map.of(), null, List.of(), "");
        }
        if (object.get("join") instanceof List<?> list && !list.isEmpty() && list.size() <= MAX_PARTS) {
            var parts = new ArrayList<MappedValue>();
            list.forEach(part -> parts.add(read(part, path + ".join")));
            var separator = object.get("separator") instanceof String text ? text : "";
            return new MappedValue(null, null, Map.of(), null, List.copyOf(parts), separator);
        }
        if (object.containsKey("path")) {
            return new MappedValue(
                    MappedPointer.parse(object.get("path"), path + ".path"),
                    constant(object.get("default"), path + ".default"),
                    words(object.get("words"), path + ".words"),
                    epoch(object.get("epoch"), path + ".epoch"),
                    List.of(),
                    "");
        }
        var value = constant(object.get("value"), path + ".value");
        if (value == null) {
            throw InputRejectedException.invalid(
                    path, "has to be a JSON Pointer, or an object with value, path or join.");
        }
        return new MappedValue(null, value, Map.of(), null, List.of(), "");
    }

    /** The value of an entry; null if there is none. */
    @Nullable
    Object of(MappedPayload payload) {
        if (!parts.isEmpty()) {
            var texts = parts.stream().map(part -> part.of(payload)).toList();
            return texts.contains(null)
                    ? null
                    : texts.stream().map(String::valueOf).collect(Collectors.joining(separator));
        }
        if (pointer == null) {
            return constant;
        }
        var node = payload.at(pointer);
        return MappedCondition.isPresent(node) ? value(node) : constant;
    }

    /** Where the value is missing, for the message: a pointer from the root of the payload. */
    String place(MappedPayload payload) {
        if (pointer != null) {
            return payload.absolute(pointer);
        }
        return parts.stream()
                .filter(part -> part.of(payload) == null)
                .map(part -> part.place(payload))
                .findFirst()
                .orElse(payload.path());
    }

    private Object value(JsonNode node) {
        if (epoch != null) {
            return time(node, epoch);
        }
        if (node.isNumber() || node.isBoolean()) {
            var word = words.get(node.asString());
            return word != null ? word : node.isBoolean() ? node.booleanValue() : number(node);
        }
        if (node.isArray()) {
            return node.valueStream().map(MappedCondition::text).toList();
        }
        var text = MappedCondition.text(node);
        return words.getOrDefault(text, text);
    }

    private static Number number(JsonNode node) {
        return node.isIntegralNumber() ? node.bigIntegerValue() : node.decimalValue();
    }

    /** A time that is out of range stays as it is, and is refused as one. */
    private static Object time(JsonNode node, EpochUnit unit) {
        var text = MappedCondition.text(node);
        try {
            return NUMBER.matcher(text).matches()
                    ? Instant.ofEpochMilli(unit.toMillis(new BigDecimal(text))).toString()
                    : text;
        } catch (ArithmeticException | DateTimeException e) {
            return text;
        }
    }

    private static @Nullable Object constant(@Nullable Object value, String path) {
        if (value instanceof Map || value instanceof List) {
            throw InputRejectedException.invalid(path, "has to be a text, a number, true or false.");
        }
        return value;
    }

    private static Map<String, String> words(@Nullable Object setting, String path) {
        if (setting == null) {
            return Map.of();
        }
        if (!(setting instanceof Map<?, ?> object)) {
            throw InputRejectedException.invalid(path, "has to be an object of words and what they stand for.");
        }
        var words = new TreeMap<String, String>();
        object.forEach((word, meaning) -> words.put(String.valueOf(word), String.valueOf(meaning)));
        return words;
    }

    private static @Nullable EpochUnit epoch(@Nullable Object setting, String path) {
        if (setting == null) {
            return null;
        }
        for (var unit : EpochUnit.values()) {
            if (unit.name().equals(setting)) {
                return unit;
            }
        }
        throw InputRejectedException.invalid(path, "has to be SECONDS, MILLISECONDS or MICROSECONDS.");
    }
}
