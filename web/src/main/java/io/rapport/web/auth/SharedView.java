package io.rapport.web.auth;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * What a client may read with a link, in the brand of the link.
 *
 * @param month the only month that it shows, as {@code 2026-10}; null for all of the brand
 */
public record SharedView(@Nullable String month) {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String MONTHS = "months";

    /** The pages and figures of a brand, with their exports; not what the agency works with. */
    private static final Set<String> RESOURCES = Set.of(
            "",
            MONTHS,
            "people",
            "people.csv",
            "ror",
            "series",
            "spread",
            "service",
            "value",
            "content",
            "channels",
            "conversions",
            "logo");

    /** Whether the link shows a resource. */
    boolean includes(HttpMethod method, RequestTarget target) {
        if (!READING.contains(method) || target.brand() == null) {
            return false;
        }
        return month == null
                ? RESOURCES.contains(target.resource())
                : target.resource().equals(MONTHS)
                        && (target.item().equals(month) || target.item().startsWith(month + "."));
    }
}
