package io.rapport.scoring.web;

import io.rapport.scoring.domain.model.InvalidModelException;
import io.rapport.scoring.domain.model.ModelRejectedException;
import io.rapport.scoring.domain.model.ModelRepository.PublicationFailedException;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** How what cannot be done with a model is answered. */
final class ModelProblemMapper {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private ModelProblemMapper() {}

    static <T extends @Nullable Object> T orProblem(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (InvalidModelException e) {
            throw Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "impossible-model",
                            "There can be no such model",
                            String.valueOf(e.getMessage()))
                    .with("faults", e.faults())
                    .asException();
        } catch (ModelRejectedException e) {
            throw problem(e);
        } catch (PublicationFailedException e) {
            throw Problem.unavailable(
                    "The broker did not confirm it. Send the same request again: nothing is done twice.", RETRY_AFTER);
        }
    }

    private static ProblemException problem(ModelRejectedException refused) {
        var detail = String.valueOf(refused.getMessage());
        return switch (refused.reason()) {
            case UNKNOWN_MODEL ->
                Problem.of(HttpStatus.NOT_FOUND, "unknown-model", "No such model", detail)
                        .asException();
            case CONTENT_CONFLICT ->
                Problem.of(HttpStatus.CONFLICT, "other-content", "The version is taken", detail)
                        .asException();
            case NO_DAY ->
                Problem.of(HttpStatus.CONFLICT, "no-day", "Nobody can be judged yet", detail)
                        .asException();
            case NOT_READY -> Problem.unavailable(detail, RETRY_AFTER);
        };
    }
}
