package io.rapport.report.request;

import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.web.problem.Problem;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Maps rejected decisions to problems. */
public final class DecisionProblems {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private DecisionProblems() {}

    /** The result of a decision; a rejected one fails with a problem. */
    public static <T> T orProblem(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (DecisionRejectedException e) {
            throw switch (e.reason()) {
                case VERSION_CONFLICT ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "overtaken",
                                    "Another user changed this meanwhile",
                                    "Read the current state, and repeat the request if it still applies.")
                            .asException();
                case NOT_READY ->
                    Problem.unavailable("Earlier decisions are still being read. Retry the same request.", RETRY_AFTER);
                case UNKNOWN -> Problem.notFound().asException();
                case TOO_MANY ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "too-many",
                                    "There are too many already",
                                    "Delete what is not needed any more, then repeat the request.")
                            .asException();
            };
        }
    }
}
