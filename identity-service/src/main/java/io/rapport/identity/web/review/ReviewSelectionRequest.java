package io.rapport.identity.web.review;

import io.rapport.identity.web.decision.DecisionReference;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which suggestion is asked for, where it is not the first after the cursor.
 *
 * @param id of it
 * @param back whether it is the last before the cursor
 * @param did what was decided on the page before
 */
public record ReviewSelectionRequest(
        @Nullable UUID id, @Nullable Boolean back, @Nullable List<String> did) {

    boolean isBack() {
        return Boolean.TRUE.equals(back);
    }

    /** What was decided on the page before, as much of it as one page decides. */
    public List<DecisionReference> decisions() {
        return Objects.requireNonNullElse(did, List.<String>of()).stream()
                .limit(ReviewPageBuilder.MANY)
                .map(DecisionReference::of)
                .toList();
    }
}
