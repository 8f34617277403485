package io.rapport.scoring.web.day;

import io.rapport.scoring.domain.model.ModelRejectedException;
import io.rapport.scoring.domain.model.ModelRepository.PublicationFailedException;
import io.rapport.scoring.query.DayOutOfRangeException;
import io.rapport.scoring.query.DayRejectedException;
import io.rapport.scoring.query.DayRejectedException.DayRejection;
import io.rapport.scoring.query.LedgersUnavailableException;
import io.rapport.scoring.query.NoDaysException;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Maps failures of queries to problem responses. */
final class DayProblemMapper {

    private static final Logger LOG = LoggerFactory.getLogger(DayProblemMapper.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private DayProblemMapper() {}

    static <T> T orProblem(Supplier<T> query) {
        try {
            return query.get();
        } catch (LedgersUnavailableException e) {
            LOG.info("A query of days is refused: {}", e.getMessage());
            throw Problem.unavailable(String.valueOf(e.getMessage()), RETRY_AFTER);
        } catch (DayOutOfRangeException e) {
            throw outOfRange(e);
        } catch (NoDaysException e) {
            throw Problem.of(HttpStatus.NOT_FOUND, "no-days", "The brand has no days", String.valueOf(e.getMessage()))
                    .asException();
        } catch (ModelRejectedException e) {
            throw modelProblem(e);
        } catch (DayRejectedException e) {
            throw rejected(e);
        } catch (PublicationFailedException e) {
            throw Problem.unavailable("The day is not in force yet. Retry the request: it is idempotent.", RETRY_AFTER);
        }
    }

    private static ProblemException rejected(DayRejectedException refused) {
        var slug = refused.rejection() == DayRejection.LIVE_CLOCK ? "live-clock" : "sums-dropped";
        return Problem.of(HttpStatus.CONFLICT, slug, "The day cannot be set", String.valueOf(refused.getMessage()))
                .asException();
    }

    private static ProblemException outOfRange(DayOutOfRangeException refused) {
        var problem = Problem.of(
                HttpStatus.BAD_REQUEST,
                "day-out-of-range",
                "Not a day of the brand",
                refused.getMessage() + " Ask for a day between them.");
        var first = refused.first();
        return (first == null ? problem : problem.with("first", first))
                .with("last", refused.last())
                .asException();
    }

    private static ProblemException modelProblem(ModelRejectedException refused) {
        var detail = String.valueOf(refused.getMessage());
        return refused.reason() == ModelRejectedException.ModelRejectionReason.UNKNOWN_MODEL
                ? Problem.of(HttpStatus.NOT_FOUND, "unknown-model", "Unknown model", detail)
                        .asException()
                : Problem.unavailable(detail, RETRY_AFTER);
    }
}
