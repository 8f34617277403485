package io.rapport.contracts.access;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The user of a session that was opened by an OpenID Connect issuer, which has no {@link UserRegistered}: what the claims of the user
 * meant when the session was opened.
 *
 * @param name recorded as the author of decisions
 * @param brands the brands the user is limited to; empty for all of the agency
 */
public record SessionUser(String agency, String name, UserRole role, Set<String> brands) {

    /** Sorts brands, so that equal users have equal JSON. */
    public SessionUser {
        brands = Collections.unmodifiableSet(new TreeSet<>(brands));
    }

    /** Omits the name, which must not be logged. */
    @Override
    public String toString() {
        return "SessionUser[" + agency + ", " + role + ", " + brands + "]";
    }
}
