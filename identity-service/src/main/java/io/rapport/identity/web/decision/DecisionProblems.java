package io.rapport.identity.web.decision;

import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Maps refused decisions and invalid input to problem responses. */
public final class DecisionProblems {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private DecisionProblems() {}

    public static <T> T orProblem(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (DecisionRefusedException e) {
            throw problem(e);
        } catch (NotPublishedException e) {
            throw Problem.unavailable(
                    "An earlier decision about these people is not published yet. This request had no effect; retry it.",
                    RETRY_AFTER);
        }
    }

    public static <T> T orInvalid(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw invalid(field, String.valueOf(e.getMessage()));
        }
    }

    public static ProblemException invalid(String field, String detail) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-decision", "This cannot be decided", detail)
                .with("field", field)
                .asException();
    }

    static HttpStatus status(DecisionRefusedException refused) {
        return switch (refused.reason()) {
            case UNKNOWN_PERSON, UNKNOWN_DECISION, UNKNOWN_REVIEW -> HttpStatus.NOT_FOUND;
            case SAME_PERSON, DISTINCT, NOT_DISTINCT, ALREADY_UNDONE, NOT_LAST, CONFLICT -> HttpStatus.CONFLICT;
            // With a conflicting decision the handle could become theirs; without one it never was.
            case NOT_THEIRS ->
                refused.conflictingDecision().isPresent() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_MERGED, NO_HANDLES, ALL_HANDLES, NOT_UNDOABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static ProblemException problem(DecisionRefusedException refused) {
        var status = status(refused);
        if (status == HttpStatus.NOT_FOUND) {
            return Problem.notFound().asException();
        }
        var slug = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var problem = Problem.of(status, slug, "This cannot be decided", String.valueOf(refused.getMessage()));
        return refused.conflictingDecision()
                .map(decision -> problem.with("decided", ConflictingDecisionView.of(decision)))
                .orElse(problem)
                .asException();
    }

    /** The earlier decision that conflicts. */
    record ConflictingDecisionView(UUID id, String type, String by, Instant at, String reason) {
        static ConflictingDecisionView of(Decision decision) {
            return new ConflictingDecisionView(
                    decision.id(), decision.type(), decision.by(), decision.at(), decision.reason());
        }
    }
}
