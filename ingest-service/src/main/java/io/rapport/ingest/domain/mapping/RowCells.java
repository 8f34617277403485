package io.rapport.ingest.domain.mapping;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cells of a row by the name of the column, in any case. */
final class RowCells {

    private final Map<String, String> cells = new LinkedHashMap<>();
    private final Map<String, String> byKey = new HashMap<>();

    RowCells(Map<?, ?> fields) {
        fields.forEach((name, cell) -> {
            cells.put(String.valueOf(name), String.valueOf(cell));
            byKey.putIfAbsent(EngagementPreset.key(String.valueOf(name)), String.valueOf(cell));
        });
    }

    Collection<String> names() {
        return cells.keySet();
    }

    /** The cell of a column; empty when the row does not have it. */
    String cell(String column) {
        return cells.getOrDefault(column, byKey.getOrDefault(EngagementPreset.key(column), ""));
    }

    /** The cells of the columns that are imported. */
    Map<String, String> mapped(EngagementColumns columns) {
        var mapped = new LinkedHashMap<>(cells);
        mapped.keySet().removeIf(name -> columns.field(name).equals(EngagementMapping.IGNORE));
        return mapped;
    }
}
