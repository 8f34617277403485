package io.rapport.report.request;

import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Maps rejected decisions to problems. */
public final class DecisionProblems {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private DecisionProblems() {}

    /** The result of a decision; a rejected one fails with a problem. */
    public static <T> T orProblem(Supplier<T> decision) {
        return orProblem(decision, DecisionProblems::of);
    }

    /** The result of a decision; a rejected one fails with the problem of its reason. */
    public static <T> T orProblem(Supplier<T> decision, Function<DecisionRejection, ProblemException> problems) {
        try {
            return decision.get();
        } catch (DecisionRejectedException e) {
            throw problems.apply(e.reason());
        }
    }

    /** The problem of a reason. */
    public static ProblemException of(DecisionRejection reason) {
        return switch (reason) {
            case VERSION_CONFLICT ->
                overtaken(
                        "Another user changed this meanwhile",
                        "Read the current state, and repeat the request if it still applies.");
            case NOT_READY -> notReady("decisions");
            case UNKNOWN -> Problem.notFound().asException();
            case TOO_MANY ->
                conflict(
                        "too-many",
                        "There are too many already",
                        "Delete what is not needed any more, then repeat the request.");
            case NO_INBOUND_TEXT ->
                Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "no-words",
                                "There is no text to judge",
                                "Only texts of inbound engagements are judged; this engagement has none.")
                        .asException();
            case NOTHING_ASKED ->
                conflict(
                        "nothing-asked",
                        "There is nothing to answer",
                        "This person has written nothing to the brand, so that nothing waits for an answer.");
            case NOTHING_DISMISSED ->
                conflict(
                        "nothing-dismissed",
                        "There is nothing to undo",
                        "No question of this person is marked as needing no answer.");
        };
    }

    /** The problem that another user decided meanwhile. */
    public static ProblemException overtaken(String title, String detail) {
        return conflict("overtaken", title, detail);
    }

    /** The problem that earlier decisions are not read yet. */
    public static ProblemException notReady(String decisions) {
        return Problem.unavailable(
                "Earlier " + decisions + " are still being read. Retry the same request.", RETRY_AFTER);
    }

    private static ProblemException conflict(String slug, String title, String detail) {
        return Problem.of(HttpStatus.CONFLICT, slug, title, detail).asException();
    }
}
