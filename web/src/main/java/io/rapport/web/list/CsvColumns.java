package io.rapport.web.list;

import io.rapport.messaging.json.Json;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a list: one for each component of its items, and of records in them as {@code value.amount}. Texts, numbers
 * and times are written as in JSON, lists of those with blanks between them, and everything else as JSON.
 */
final class CsvColumns {

    private static final int MAX_DEPTH = 3;

    private final List<Column> columns = new ArrayList<>();

    private record Column(String name, List<RecordComponent> path) {}

    /** The columns of items of a type. */
    static CsvColumns of(Class<?> item) {
        var columns = new CsvColumns();
        columns.add(item, "", List.of());
        return columns;
    }

    /** The first row. */
    String header() {
        return CsvRow.of(columns.stream().map(Column::name).toArray(String[]::new));
    }

    /** The row of an item. */
    String row(Object item) {
        var cells = new @Nullable String[columns.size()];
        for (var i = 0; i < cells.length; i++) {
            cells[i] = text(value(columns.get(i).path(), item));
        }
        return CsvRow.of(cells);
    }

    private void add(Class<?> type, String prefix, List<RecordComponent> path) {
        for (var component : type.getRecordComponents()) {
            var deeper = new ArrayList<>(path);
            deeper.add(component);
            if (component.getType().isRecord() && deeper.size() < MAX_DEPTH) {
                add(component.getType(), prefix + component.getName() + ".", deeper);
            } else {
                columns.add(new Column(prefix + component.getName(), List.copyOf(deeper)));
            }
        }
    }

    private static @Nullable Object value(List<RecordComponent> path, Object item) {
        Object value = item;
        for (var component : path) {
            value = value == null ? null : RecordValues.read(component, value);
        }
        return value;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Collection<?> values && values.stream().allMatch(CsvColumns::isPlain)) {
            return values.stream().map(Objects::toString).collect(Collectors.joining(" "));
        }
        return isPlain(value) ? value.toString() : Json.mapper().writeValueAsString(value);
    }

    private static boolean isPlain(@Nullable Object value) {
        return !(value instanceof Collection<?>
                || value instanceof Map<?, ?>
                || value instanceof Record
                || value != null && value.getClass().isArray());
    }
}
