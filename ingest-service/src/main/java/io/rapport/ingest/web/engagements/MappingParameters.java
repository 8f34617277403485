package io.rapport.ingest.web.engagements;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a mapping from the parameters of a request, in the form of a saved mapping. */
final class MappingParameters {

    private final Map<String, Object> body = new LinkedHashMap<>();

    /** Adds a text, unless it is null. */
    MappingParameters with(String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
        return this;
    }

    /** Adds columns from parameters {@code map=Column:field}. */
    MappingParameters withColumns(@Nullable List<String> pairs) {
        var columns = new LinkedHashMap<String, String>();
        for (var pair : pairs == null ? List.<String>of() : pairs) {
            var colon = requireMark(
                    pair.lastIndexOf(':'),
                    "map",
                    "map has to be a column, a colon and the field, such as Author:actor.name.");
            columns.put(
                    pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
        return with("columns", columns);
    }

    /** Adds constants from parameters {@code const=field:value}. */
    MappingParameters withConstants(@Nullable List<String> pairs) {
        var constants = new LinkedHashMap<String, String>();
        for (var pair : pairs == null ? List.<String>of() : pairs) {
            var colon = requireMark(
                    pair.indexOf(':'), "const", "const has to be a field, a colon and the value, such as channel:x.");
            constants.put(
                    pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
        return with("constants", constants);
    }

    /** Adds words from parameters {@code value=field:Word=VALUE}. */
    MappingParameters withValues(@Nullable List<String> triples) {
        var values = new LinkedHashMap<String, Map<String, String>>();
        for (var triple : triples == null ? List.<String>of() : triples) {
            var hint = "value has to be a field, a colon, a word, = and the value, such as kind:Like=REACTION.";
            var colon = requireMark(triple.indexOf(':'), "value", hint);
            var equals = requireMark(triple.lastIndexOf('='), "value", hint);
            if (equals <= colon + 1) {
                throw invalid("value", hint);
            }
            values.computeIfAbsent(triple.substring(0, colon).strip(), field -> new LinkedHashMap<>())
                    .put(
                            triple.substring(colon + 1, equals).strip(),
                            triple.substring(equals + 1).strip());
        }
        return with("values", values);
    }

    Map<String, Object> body() {
        return body;
    }

    private static int requireMark(int position, String parameter, String hint) {
        if (position < 1) {
            throw invalid(parameter, hint);
        }
        return position;
    }

    private static ProblemException invalid(String parameter, String hint) {
        return Problem.invalid(parameter, hint).asException();
    }
}
