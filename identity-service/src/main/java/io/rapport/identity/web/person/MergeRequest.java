package io.rapport.identity.web.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Merges two people.
 *
 * @param other the other person
 * @param reason the reason given by the caller
 * @param override whether to merge even if the two have been declared distinct
 */
record MergeRequest(
        @Nullable UUID other,
        @Nullable String reason,
        @Nullable Boolean override) {

    boolean overrides() {
        return Boolean.TRUE.equals(override);
    }
}
