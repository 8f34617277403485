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

/** Maps failures of model operations to problem responses. */
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
                            "Invalid model",
                            String.valueOf(e.getMessage()))
                    .with("faults", e.faults())
                    .asException();
        } catch (ModelRejectedException e) {
            throw problem(e);
        } catch (PublicationFailedException e) {
            throw Problem.unavailable(
                    "The broker did not acknowledge the event. Retry the request: it is idempotent.", RETRY_AFTER);
        }
    }

    private static ProblemException problem(ModelRejectedException refused) {
        var detail = String.valueOf(refused.getMessage());
        return switch (refused.reason()) {
            case UNKNOWN_MODEL ->
                Problem.of(HttpStatus.NOT_FOUND, "unknown-model", "Unknown model", detail)
                        .asException();
            case CONTENT_CONFLICT ->
                Problem.of(HttpStatus.CONFLICT, "other-content", "The version exists with other content", detail)
                        .asException();
            case NO_DAY ->
                Problem.of(HttpStatus.CONFLICT, "no-day", "The brand has no day yet", detail)
                        .asException();
            case NOT_READY -> Problem.unavailable(detail, RETRY_AFTER);
        };
    }
}
