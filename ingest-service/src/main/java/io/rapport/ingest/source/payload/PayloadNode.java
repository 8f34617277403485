package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.input.TimestampFormats;
import io.rapport.ingest.domain.text.TextCleaner;
import io.rapport.messaging.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.StringNode;

/**
 * A value of a JSON payload, with its JSON Pointer. A null counts as absent, and so does blank text. A value of another type
 * than the one asked for is a {@link PayloadShapeException}, never a conversion: a payload that changed its shape is noticed.
 */
public final class PayloadNode {

    private static final ObjectReader READER =
            Json.requestMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int MAX_TIMESTAMP = 64;

    private final @Nullable JsonNode value;
    private final String path;

    private PayloadNode(@Nullable JsonNode value, String path) {
        this.value = value == null || value.isNull() || value.isMissingNode() ? null : value;
        this.path = path;
    }

    /**
     * Parses a payload, within the limits of requests.
     *
     * @throws PayloadShapeException if it is not one JSON value in UTF-8
     */
    public static PayloadNode parse(byte[] json) {
        try {
            var root = READER.readTree(json);
            if (root.isMissingNode()) {
                throw new PayloadShapeException("The payload is empty.", "");
            }
            return new PayloadNode(root, "");
        } catch (JacksonException e) {
            throw new PayloadShapeException("The payload is not valid JSON: " + e.getOriginalMessage() + ".", "");
        }
    }

    /**
     * Parses JSON that a text of this payload contains.
     *
     * @throws PayloadShapeException if it is not one JSON value; its path is that of the text
     */
    public PayloadNode parseText() {
        try {
            return new PayloadNode(READER.readTree(requiredText()), path);
        } catch (JacksonException e) {
            throw wrong("has to be JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * Parses JSON that a text of this payload contains in Base64.
     *
     * @throws PayloadShapeException if it is not one JSON value; its path is that of the text
     */
    public PayloadNode parseBase64() {
        try {
            return new PayloadNode(READER.readTree(Base64.getDecoder().decode(requiredText())), path);
        } catch (IllegalArgumentException e) {
            throw wrong("has to be Base64");
        } catch (JacksonException e) {
            throw wrong("has to be JSON in Base64");
        }
    }

    /** A text that does not come from JSON, such as a header. */
    public static PayloadNode ofText(@Nullable String text, String path) {
        return new PayloadNode(text == null ? null : StringNode.valueOf(text), path);
    }

    /** This value as JSON in UTF-8. */
    public byte[] toJson() {
        return Json.mapper().writeValueAsBytes(value);
    }

    /** The fields of an object, as strings, numbers, booleans, lists and maps. */
    public Map<String, Object> toMap() {
        return Json.mapper().convertValue(requireObject().value, new TypeReference<>() {});
    }

    /** The JSON Pointer of this value, from the root of the payload. */
    public String path() {
        return path;
    }

    /** The value at the end of a path of names. */
    public PayloadNode at(String... names) {
        var found = this;
        for (var name : names) {
            found = found.field(name);
        }
        return found;
    }

    /** The first of several fields that is present; the first one if none is. */
    public PayloadNode firstOf(String... names) {
        return Stream.of(names)
                .map(this::field)
                .filter(PayloadNode::isPresent)
                .findFirst()
                .orElseGet(() -> field(names[0]));
    }

    /** This value, or another one if it is absent. */
    public PayloadNode or(PayloadNode other) {
        return isPresent() ? this : other;
    }

    /** Whether there is a value. */
    public boolean isPresent() {
        return value != null;
    }

    /** Whether the value is an object. */
    public boolean isObject() {
        return value != null && value.isObject();
    }

    /** Whether the value is a list. */
    public boolean isArray() {
        return value != null && value.isArray();
    }

    /** Whether the value is true or false. */
    public boolean isBoolean() {
        return value != null && value.isBoolean();
    }

    /** Whether the value is text. */
    public boolean isText() {
        return value != null && value.isString();
    }

    /** An absent value in the place of this one. */
    public PayloadNode none() {
        return new PayloadNode(null, path);
    }

    /** This value, which has to be an object. */
    public PayloadNode requireObject() {
        if (!isObject()) {
            throw wrong("has to be an object");
        }
        return this;
    }

    /** The names of the fields of an object; empty for any other value. */
    public List<String> names() {
        return value == null
                ? List.of()
                : value.propertyStream().map(Map.Entry::getKey).toList();
    }

    /** The elements of a list that has to be there. */
    public List<PayloadNode> requiredElements() {
        if (value == null) {
            throw wrong("has to be a list");
        }
        return elements();
    }

    /** The elements of a list; empty when absent. */
    public List<PayloadNode> elements() {
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong("has to be a list");
        }
        return IntStream.range(0, value.size())
                .mapToObj(index -> new PayloadNode(value.get(index), path + "/" + index))
                .toList();
    }

    /** The elements of a list, or the single value in its place; empty when absent. */
    public List<PayloadNode> elementsOrSelf() {
        return value == null || value.isArray() ? elements() : List.of(this);
    }

    /** Text; null when absent or blank. */
    public @Nullable String text() {
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw wrong("has to be text");
        }
        var text = value.stringValue();
        return text.isBlank() ? null : text;
    }

    /** Text that has to be there. */
    public String requiredText() {
        return required(text());
    }

    /** The texts of several values with a blank between them, such as the parts of a name; null when all are absent or blank. */
    public static @Nullable String joinedText(PayloadNode... values) {
        var joined = Stream.of(values)
                .flatMap(value -> Stream.ofNullable(value.text()))
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }

    /** An id: text or a whole number, which some payloads of a platform use for the same id; null when absent or blank. */
    public @Nullable String id() {
        return value != null && value.isIntegralNumber() ? value.numberValue().toString() : text();
    }

    /** An id that has to be there. */
    public String requiredId() {
        return required(id());
    }

    /** A number, also one that is sent as text; null when absent. */
    public @Nullable Number number() {
        if (value == null || value.isNumber()) {
            return value == null ? null : value.numberValue();
        }
        var number = PayloadTimes.number(String.valueOf(text()));
        if (number == null) {
            throw wrong("has to be a number");
        }
        return number;
    }

    /** A number that has to be there, also one that is sent as text, with all its decimals. */
    public BigDecimal requiredDecimal() {
        try {
            return new BigDecimal(required(number()).toString());
        } catch (NumberFormatException e) {
            // JSON has numbers that are read as infinite.
            throw wrong("has to be a finite number");
        }
    }

    /** A flag, also one that is sent as text; false when absent. */
    public boolean flag() {
        if (value == null || value.isBoolean()) {
            return value != null && value.booleanValue();
        }
        var written = id();
        if ("true".equals(written) || "1".equals(written)) {
            return true;
        }
        if ("false".equals(written) || "0".equals(written)) {
            return false;
        }
        throw wrong("has to be true or false");
    }

    /** A timestamp as text with an offset; null when absent. */
    public @Nullable Instant time() {
        var written = text();
        if (written == null) {
            return null;
        }
        return (written.length() > MAX_TIMESTAMP ? Optional.<Instant>empty() : TimestampFormats.parse(written))
                .orElseThrow(() -> wrong("has to be a timestamp with an offset"));
    }

    /** A timestamp that has to be there. */
    public Instant requiredTime() {
        return required(time());
    }

    /** A timestamp in UTC that has to be there, with or without its offset. */
    public Instant requiredUtcTime() {
        var written = requiredText().strip();
        return new PayloadNode(StringNode.valueOf(written.endsWith("Z") ? written : written + "Z"), path)
                .requiredTime();
    }

    /** Seconds, milliseconds or microseconds since 1970, distinguished by their magnitude, also as text; null when absent. */
    public @Nullable Instant epoch() {
        if (value == null) {
            return null;
        }
        var time = PayloadTimes.ofEpoch(String.valueOf(number()));
        if (time == null) {
            throw wrong("has to be a time since 1970");
        }
        return time;
    }

    /** A time since 1970 that has to be there. */
    public Instant requiredEpoch() {
        return required(epoch());
    }

    /** The failure that this value is absent. */
    public PayloadShapeException missing() {
        return PayloadShapeException.missing(path);
    }

    /** The failure that this value is wrong, for example "has to be text". */
    public PayloadShapeException wrong(String problem) {
        var found = value == null ? "missing" : value.isContainer() ? "a list or an object" : "'" + shown() + "'";
        return new PayloadShapeException(
                "%s is %s, but %s.".formatted(path.isEmpty() ? "The payload" : path, found, problem), path);
    }

    /** The failure that this value is missing, with a message of its own. */
    public PayloadShapeException absent(String reason) {
        return new PayloadShapeException(reason, path);
    }

    /** As read, for messages: the path and the type, never the content. */
    @Override
    public String toString() {
        return path + (value == null ? " (absent)" : " (" + value.getNodeType() + ")");
    }

    private <T> T required(@Nullable T read) {
        if (read == null) {
            throw missing();
        }
        return read;
    }

    private String shown() {
        return value == null || value.isString() && value.stringValue().isBlank()
                ? "blank"
                : value.isString() ? "text" : TextCleaner.abbreviate(value);
    }

    private PayloadNode field(String name) {
        if (value != null && !value.isObject()) {
            throw wrong("has to be an object");
        }
        return new PayloadNode(
                value == null ? null : value.get(name),
                path + "/" + name.replace("~", "~0").replace("/", "~1"));
    }
}
