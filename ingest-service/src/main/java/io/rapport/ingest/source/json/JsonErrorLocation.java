package io.rapport.ingest.source.json;

import tools.jackson.core.JacksonException;

/** Formats the location and the cause of a JSON parse error. */
final class JsonErrorLocation {

    private JsonErrorLocation() {}

    static String describe(JacksonException e) {
        var place = e.getLocation();
        var where = place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return where + ": " + e.getOriginalMessage();
    }
}
