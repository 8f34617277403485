package io.rapport.web.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claim that contains the roles of a user.
 *
 * @param path the name of the claim or, beginning with a slash, a JSON Pointer (RFC 6901) through objects, as
 *     {@code /realm_access/roles}
 */
record RoleClaim(String path) {

    /** The values of the claim: of a list its elements, of an object its names; empty if there is no such claim. */
    Optional<List<String>> values(Map<String, Object> claims) {
        return Optional.ofNullable(path.startsWith("/") ? follow(claims) : claims.get(path))
                .map(RoleClaim::valuesOf);
    }

    private @Nullable Object follow(Map<String, Object> claims) {
        Object value = claims;
        for (var name : path.substring(1).split("/", -1)) {
            value = value instanceof Map<?, ?> object
                    ? object.get(name.replace("~1", "/").replace("~0", "~"))
                    : null;
        }
        return value;
    }

    private static List<String> valuesOf(Object value) {
        if (value instanceof Map<?, ?> object) {
            return texts(object.keySet());
        }
        return value instanceof Collection<?> list ? texts(list) : texts(List.of(value));
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream()
                .filter(value -> value instanceof String || value instanceof Number)
                .map(String::valueOf)
                .toList();
    }
}
