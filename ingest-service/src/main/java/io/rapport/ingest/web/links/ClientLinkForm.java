package io.rapport.ingest.web.links;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a client link.
 *
 * @param month the only month; empty for all of the brand
 * @param days the number of days until it expires
 * @param password empty for none
 */
record ClientLinkForm(
        @Nullable String name,
        @Nullable String month,
        @Nullable String days,
        @Nullable String password) {

    /** The body of the request that the form stands for. */
    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", name);
        body.put("month", month);
        body.put("days", days);
        body.put("password", password);
        return body;
    }
}
