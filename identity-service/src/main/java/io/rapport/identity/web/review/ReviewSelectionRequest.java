package io.rapport.identity.web.review;

import io.rapport.identity.web.decision.DecisionReference;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Selects a review other than the first after the cursor.
 *
 * @param id id of the review
 * @param back whether to select the last review before the cursor
 * @param did references of the decisions made on the previous page
 */
record ReviewSelectionRequest(
        @Nullable UUID id, @Nullable Boolean back, @Nullable List<String> did) {

    boolean isBack() {
        return Boolean.TRUE.equals(back);
    }

    /** Returns the references of the decisions made on the previous page. */
    List<DecisionReference> decisions() {
        return DecisionReference.parse(did);
    }
}
