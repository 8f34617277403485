package io.rapport.scoring.web;

import io.rapport.scoring.domain.model.ImpossibleModelException;
import io.rapport.scoring.domain.model.ModelLog.NotDelivered;
import io.rapport.scoring.domain.model.ModelRefused;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** How what cannot be done with a model is answered. */
final class Answers {

    private static final Duration SOON = Duration.ofSeconds(5);

    private Answers() {}

    static <T extends @Nullable Object> T orProblem(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (ImpossibleModelException e) {
            throw Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "impossible-model",
                            "There can be no such model",
                            String.valueOf(e.getMessage()))
                    .with("faults", e.faults())
                    .asException();
        } catch (ModelRefused e) {
            throw problem(e);
        } catch (NotDelivered e) {
            throw Problem.unavailable(
                    "The broker did not confirm it. Send the same request again: nothing is done twice.", SOON);
        }
    }

    private static ProblemException problem(ModelRefused refused) {
        var detail = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case UNKNOWN_MODEL ->
                Problem.of(HttpStatus.NOT_FOUND, "unknown-model", "No such model", detail)
                        .asException();
            case OTHER_CONTENT ->
                Problem.of(HttpStatus.CONFLICT, "other-content", "The version is taken", detail)
                        .asException();
            case NO_DAY ->
                Problem.of(HttpStatus.CONFLICT, "no-day", "Nobody can be judged yet", detail)
                        .asException();
            case NOT_READ -> Problem.unavailable(detail, SOON);
        };
    }
}
