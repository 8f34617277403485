package io.rapport.identity.web.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The result of one item of a bulk request.
 *
 * @param id the item
 * @param status the status a single request would have received
 * @param decision the decision; null if it failed
 * @param problem the problem; null if it succeeded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkDecisionResult(
        @Nullable UUID id,
        int status,
        @Nullable Decision decision,
        @Nullable Problem problem) {

    public static BulkDecisionResult of(@Nullable UUID id, Supplier<DecisionResult> decision) {
        try {
            var result = decision.get();
            return new BulkDecisionResult(id, result.published() ? 200 : 202, result.decision(), null);
        } catch (ProblemException e) {
            return new BulkDecisionResult(id, e.problem().status(), null, e.problem());
        }
    }

    /** The items, which must be 1 to a maximum and not null; fails with 400 otherwise. */
    public static <T> List<T> bounded(@Nullable List<T> items, int maximum) {
        if (items == null
                || items.isEmpty()
                || items.size() > maximum
                || items.stream().anyMatch(Objects::isNull)) {
            throw DecisionProblems.invalid("decisions", "Send 1 to " + maximum + " decisions.");
        }
        return items;
    }
}
