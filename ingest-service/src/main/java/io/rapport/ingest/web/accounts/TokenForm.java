package io.rapport.ingest.web.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of an access token.
 *
 * @param scopes the ticked scopes
 * @param brands the ticked brands; null for all of the agency
 * @param days the number of days until it expires; null for never
 */
record TokenForm(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable List<String> brands,
        @Nullable Integer days) {

    private static final int MAX_DAYS = 3650;

    /** The body of the request that the form stands for. */
    Map<String, Object> body(Instant now) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", name);
        body.put("scopes", scopes);
        body.put("brands", brands);
        if (days != null) {
            var expiry = now.plus(Duration.ofDays(Math.min(days, MAX_DAYS))).truncatedTo(ChronoUnit.SECONDS);
            body.put("expiresAt", expiry.toString());
        }
        return body;
    }
}
