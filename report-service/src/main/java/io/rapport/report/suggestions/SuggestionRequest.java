package io.rapport.report.suggestions;

import io.rapport.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A decision not to be shown a suggestion.
 *
 * @param reason at most 500 characters; may be left out
 */
record SuggestionRequest(@Nullable String reason) {

    static final SuggestionRequest EMPTY = new SuggestionRequest(null);

    private static final int MAX_REASON = 500;

    /** The reason; null if it is left out. Fails with a problem for one that is too long. */
    @Nullable
    String reasonOrNull() {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.strip().length() > MAX_REASON) {
            throw Problem.invalid("reason", "reason must have at most " + MAX_REASON + " characters.")
                    .asException();
        }
        return reason.strip();
    }
}
