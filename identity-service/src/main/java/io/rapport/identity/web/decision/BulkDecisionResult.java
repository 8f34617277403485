package io.rapport.identity.web.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of many.
 *
 * @param id what was decided about
 * @param status as one request would have been answered
 * @param decision what was decided; null if nothing was
 * @param problem why nothing was; null if something was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkDecisionResult(
        @Nullable UUID id,
        int status,
        @Nullable Decision decision,
        @Nullable Problem problem) {

    public static BulkDecisionResult of(@Nullable UUID id, Supplier<DecisionResult> decide) {
        try {
            var decided = decide.get();
            return new BulkDecisionResult(id, decided.published() ? 200 : 202, decided.decision(), null);
        } catch (ProblemException e) {
            return new BulkDecisionResult(id, e.problem().status(), null, e.problem());
        }
    }

    public static <T> List<T> bounded(@Nullable List<T> items, int most) {
        if (items == null || items.isEmpty() || items.size() > most) {
            throw DecisionProblems.invalid("decisions", "Send 1 to " + most + " decisions.");
        }
        return items;
    }
}
