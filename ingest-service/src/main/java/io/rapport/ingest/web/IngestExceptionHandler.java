package io.rapport.ingest.web;

import com.mongodb.MongoException;
import io.rapport.ingest.domain.decision.VersionConflictException;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.source.csv.MalformedCsvException;
import io.rapport.ingest.source.json.MalformedArrayException;
import io.rapport.web.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is answered when a whole request cannot be done. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IngestExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(IngestExceptionHandler.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String NOT_SAFE = "What was sent could not be made safe, so none of it counts as accepted. "
            + "Send the same request again: what had arrived already will not count twice.";

    @ExceptionHandler
    ResponseEntity<Problem> notAccepted(InputRejectedException e) {
        var problem = Problem.of(HttpStatus.BAD_REQUEST, "not-accepted", "The body cannot be accepted", e.message())
                .with("code", e.code());
        return answer(e.field() == null ? problem : problem.with("field", e.field()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> changed(VersionConflictException e) {
        return answer(Problem.of(
                        HttpStatus.CONFLICT,
                        "changed-meanwhile",
                        "It was changed meanwhile",
                        "It is version %d by now. Look at it, and send the change again with that version."
                                .formatted(e.version()))
                .with("version", e.version()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> broken(MalformedArrayException e) {
        return answer(unreadable("The array is broken: " + e.getMessage()
                        + ". Nothing was accepted. Of NDJSON, one object a line, only broken lines would be lost.")
                .with("line", e.line())
                .with("column", e.column()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> broken(MalformedCsvException e) {
        return answer(
                unreadable(e.message() + " Rows before that may have been accepted; sending them again does no harm."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notReadYet(StateNotLoadedException e) {
        return unavailable(e.getMessage() + ". Send the same request again a little later.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> notDelivered(DeliveryFailedException e) {
        LOG.warn("Not delivered: {}, because of {}", e.getMessage(), String.valueOf(e.getCause()));
        return unavailable(NOT_SAFE);
    }

    @ExceptionHandler
    ResponseEntity<Problem> storeUnavailable(MongoException e) {
        LOG.warn("The store did not answer: {}", e.toString());
        return unavailable(NOT_SAFE);
    }

    private static Problem unreadable(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "unreadable-body", "The body cannot be read", detail);
    }

    private static ResponseEntity<Problem> unavailable(String detail) {
        var problem = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available just now", detail);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
