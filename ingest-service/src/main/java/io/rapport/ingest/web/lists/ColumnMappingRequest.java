package io.rapport.ingest.web.lists;

import io.rapport.web.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads column mappings from request parameters and bodies. */
final class ColumnMappingRequest {

    private ColumnMappingRequest() {}

    /** Reads parameters {@code map=<column>:<word>}. */
    static Map<String, String> columns(List<String> pairs) {
        var columns = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            var colon = pair.lastIndexOf(':');
            if (colon < 1) {
                throw Problem.invalid(
                                "map", "map has to be a column name, a colon and the field word, such as E-post:email.")
                        .asException();
            }
            columns.put(
                    pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
        return columns;
    }

    /** Reads the columns of a body {@code {"columns": {…}, "version": n}}. */
    static Map<?, ?> columns(Map<String, Object> body) {
        if (body.get("columns") instanceof Map<?, ?> columns) {
            return columns;
        }
        throw Problem.invalid("columns", "columns has to be an object with the field word by column name.")
                .asException();
    }

    /** Reads the expected version of a body; null when it has none. */
    static @Nullable Long version(Map<String, Object> body) {
        var version = body.get("version");
        if (version == null || version instanceof Integer || version instanceof Long) {
            return version == null ? null : Long.valueOf(((Number) version).longValue());
        }
        throw Problem.invalid("version", "version has to be an integer.").asException();
    }
}
