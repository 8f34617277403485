package io.rapport.ingest.domain.mapping;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.engagement.EngagementFieldPaths;
import io.rapport.ingest.domain.input.DateOrder;
import io.rapport.ingest.domain.input.EnumValueReader;
import io.rapport.ingest.domain.input.EpochUnit;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and validates mappings: the body {@code {"columns": {…}, "constants": {…}, "values": {…}, "id": […], …}}. */
public final class EngagementMappingReader {

    private static final int MAX_COLUMNS = 500;
    private static final int MAX_WORDS = 500;
    private static final int MAX_IDS = 20;
    private static final int MAX_TEXT = 1_000;

    private final PresetCatalogue presets;

    /** Creates a reader that knows the presets. */
    public EngagementMappingReader(PresetCatalogue presets) {
        this.presets = presets;
    }

    /**
     * Reads a mapping.
     *
     * @throws InputRejectedException if a field, preset, zone or other value is unknown
     */
    public EngagementMapping read(Map<?, ?> body) {
        var preset = text(body.get("preset"));
        var zone = text(body.get("zone"));
        var dates = text(body.get("dates"));
        var epoch = text(body.get("epoch"));
        return new EngagementMapping(
                preset == null ? null : presets.require(preset).name(),
                columns(object(body, "columns")),
                constants(object(body, "constants")),
                values(object(body, "values")),
                ids(body.get("id")),
                zone == null ? null : zone(zone),
                dates == null ? null : EnumValueReader.read(DateOrder.class, dates, "dates"),
                epoch == null ? null : EnumValueReader.read(EpochUnit.class, epoch, "epoch"));
    }

    private static Map<String, String> columns(Map<?, ?> words) {
        limit("columns", words.size(), MAX_COLUMNS);
        var columns = new LinkedHashMap<String, String>();
        words.forEach((column, field) -> columns.put(
                name(column),
                String.valueOf(field).equals(EngagementMapping.IGNORE)
                        ? EngagementMapping.IGNORE
                        : field("columns." + name(column), field)));
        return columns;
    }

    private static Map<String, String> constants(Map<?, ?> given) {
        limit("constants", given.size(), MAX_COLUMNS);
        var constants = new LinkedHashMap<String, String>();
        given.forEach((field, value) ->
                constants.put(field("constants." + field, field), required("constants." + field, value)));
        return constants;
    }

    private static Map<String, Map<String, String>> values(Map<?, ?> given) {
        var values = new LinkedHashMap<String, Map<String, String>>();
        given.forEach((field, words) -> {
            var path = "values." + field;
            if (!(words instanceof Map<?, ?> pairs)) {
                throw InputRejectedException.invalid(path, "has to be an object with the value by word.");
            }
            limit(path, pairs.size(), MAX_WORDS);
            var read = new LinkedHashMap<String, String>();
            pairs.forEach((word, value) -> read.put(
                    name(word), value == null ? "" : String.valueOf(value).strip()));
            values.put(field(path, field), read);
        });
        return values;
    }

    private static List<String> ids(@Nullable Object given) {
        if (given == null) {
            return List.of();
        }
        if (!(given instanceof List<?> list)) {
            throw InputRejectedException.invalid("id", "has to be a list of column names.");
        }
        limit("id", list.size(), MAX_IDS);
        return list.stream().map(EngagementMappingReader::name).toList();
    }

    private static ZoneId zone(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw InputRejectedException.invalid(
                    "zone",
                    "is '%s', but has to be an IANA time zone, such as Europe/Oslo or UTC."
                            .formatted(TextCleaner.abbreviate(zone)));
        }
        return ZoneId.of(zone);
    }

    private static String field(String path, @Nullable Object field) {
        var word = String.valueOf(field).strip();
        if (!EngagementFieldPaths.isPath(word)) {
            throw new InputRejectedException(
                    RejectionCode.UNKNOWN_VALUE,
                    TextCleaner.abbreviate(path),
                    "'%s' is no field; known are %s, and for columns ignore."
                            .formatted(TextCleaner.abbreviate(word), String.join(", ", EngagementFieldPaths.all())));
        }
        return word;
    }

    private static Map<?, ?> object(Map<?, ?> body, String name) {
        var value = body.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw InputRejectedException.invalid(name, "has to be an object.");
    }

    private static String name(@Nullable Object column) {
        return TextCleaner.toSingleLine(String.valueOf(column));
    }

    private static String required(String path, @Nullable Object value) {
        var text = text(value);
        if (text == null || text.length() > MAX_TEXT) {
            throw InputRejectedException.invalid(
                    TextCleaner.abbreviate(path), "has to be a text of 1 to " + MAX_TEXT + " characters.");
        }
        return text;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    private static void limit(String path, int size, int most) {
        if (size > most) {
            throw InputRejectedException.invalid(TextCleaner.abbreviate(path), "has more than " + most + " entries.");
        }
    }
}
