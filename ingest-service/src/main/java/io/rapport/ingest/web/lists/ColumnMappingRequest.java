package io.rapport.ingest.web.lists;

import io.rapport.web.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a caller says of columns. */
final class ColumnMappingRequest {

    private ColumnMappingRequest() {}

    /** Of parameters {@code map=<column>:<word>}. */
    static Map<String, String> columns(List<String> pairs) {
        var columns = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            var colon = pair.lastIndexOf(':');
            if (colon < 1) {
                throw Problem.invalid(
                                "map",
                                "map is the name of a column, a colon, and what to read it as, such as E-post:email.")
                        .asException();
            }
            columns.put(
                    pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
        return columns;
    }

    /** Of a body {@code {"columns": {…}, "version": n}}. */
    static Map<?, ?> columns(Map<String, Object> body) {
        if (body.get("columns") instanceof Map<?, ?> columns) {
            return columns;
        }
        throw Problem.invalid("columns", "columns is an object: what to read each column as, by its name.")
                .asException();
    }

    /** The version a body means to replace; null when it says none. */
    static @Nullable Long version(Map<String, Object> body) {
        var version = body.get("version");
        if (version == null || version instanceof Integer || version instanceof Long) {
            return version == null ? null : Long.valueOf(((Number) version).longValue());
        }
        throw Problem.invalid("version", "version is a whole number.").asException();
    }
}
