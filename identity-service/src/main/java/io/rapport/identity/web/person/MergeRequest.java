package io.rapport.identity.web.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that two people are one.
 *
 * @param other the other person
 * @param reason in the decider's words
 * @param override whether it holds even if somebody said before that they are not the same
 */
record MergeRequest(
        @Nullable UUID other,
        @Nullable String reason,
        @Nullable Boolean override) {

    boolean overrides() {
        return Boolean.TRUE.equals(override);
    }
}
