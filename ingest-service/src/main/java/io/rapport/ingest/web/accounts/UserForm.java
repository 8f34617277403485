package io.rapport.ingest.web.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of an invitation.
 *
 * @param brands the ticked brands; null for all of the agency
 */
record UserForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable String role,
        @Nullable List<String> brands) {

    /** The body of the request that the form stands for. */
    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("email", email);
        body.put("name", name);
        body.put("role", role);
        body.put("brands", brands);
        return body;
    }
}
