package io.rapport.ingest.source.json;

import io.rapport.ingest.domain.input.InputRow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A JSON object as a row of columns: {@code a.b} is field b of object a, {@code a.0} the first element of a list, and
 * {@code a.name} the element of a list of objects whose {@code key} is that name. A list of values is one cell, separated
 * by {@code |}.
 */
record JsonFileRow(JsonRow row) implements InputRow {

    private static final int MAX_ELEMENTS = 50;
    private static final int MAX_CELLS = 2_000;

    @Override
    public int index() {
        return row.index();
    }

    @Override
    public Map<?, ?> fields() {
        var cells = new LinkedHashMap<String, Object>();
        row.fields().forEach((name, value) -> flatten(String.valueOf(name), value, cells));
        return cells;
    }

    @Override
    public String raw() {
        return row.raw();
    }

    private static void flatten(String path, Object value, Map<String, Object> cells) {
        if (value == null || cells.size() >= MAX_CELLS) {
            return;
        }
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, field) -> flatten(path + "." + name, field, cells));
        } else if (value instanceof List<?> list) {
            flattenList(path, list, cells);
        } else {
            cells.put(path, text(value));
        }
    }

    private static void flattenList(String path, List<?> list, Map<String, Object> cells) {
        if (list.stream().noneMatch(element -> element instanceof Map || element instanceof List)) {
            if (!list.isEmpty()) {
                cells.put(path, list.stream().map(JsonFileRow::text).collect(Collectors.joining("|")));
            }
            return;
        }
        for (var at = 0; at < Math.min(MAX_ELEMENTS, list.size()); at++) {
            var key = list.get(at) instanceof Map<?, ?> object ? object.get("key") : null;
            flatten(path + "." + (key instanceof String name ? name : String.valueOf(at)), list.get(at), cells);
        }
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
