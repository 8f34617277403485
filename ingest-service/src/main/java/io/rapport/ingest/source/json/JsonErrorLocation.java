package io.rapport.ingest.source.json;

import tools.jackson.core.JacksonException;

/** Where in its input JSON is broken, and in what way. */
final class JsonErrorLocation {

    private JsonErrorLocation() {}

    static String describe(JacksonException e) {
        var place = e.getLocation();
        var where = place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return where + ": " + e.getOriginalMessage();
    }
}
