package io.rapport.ingest.web;

import com.mongodb.MongoException;
import io.rapport.ingest.domain.decision.VersionConflictException;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.RejectionStreakException;
import io.rapport.ingest.source.json.MalformedArrayException;
import io.rapport.ingest.source.table.MalformedFileException;
import io.rapport.ingest.source.table.UnsupportedFileException;
import io.rapport.web.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps exceptions of ingest to problem responses (RFC 9457). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IngestExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(IngestExceptionHandler.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String NOT_ACKNOWLEDGED =
            "The request could not be stored safely, so none of it counts as accepted. "
                    + "Send the same request again: rows that were already published are not counted twice.";

    @ExceptionHandler
    ResponseEntity<Problem> notAccepted(InputRejectedException e) {
        var problem = Problem.of(HttpStatus.BAD_REQUEST, "not-accepted", "The body cannot be accepted", e.message())
                .with("code", e.code());
        return response(e.field() == null ? problem : problem.with("field", e.field()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> changed(VersionConflictException e) {
        return response(Problem.of(
                        HttpStatus.CONFLICT,
                        "changed-meanwhile",
                        "It was changed in the meantime",
                        "The current version is %d. Read the current state, and send the change again with that version."
                                .formatted(e.version()))
                .with("version", e.version()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> broken(MalformedArrayException e) {
        return response(unreadable("The array is malformed: " + e.getMessage()
                        + ". No row was accepted. With NDJSON, one object per line, only malformed lines are rejected.")
                .with("line", e.line())
                .with("column", e.column()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> broken(MalformedFileException e) {
        return response(unreadable(e.message() + " Earlier rows may have been accepted; sending them again is safe."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unsupported(UnsupportedFileException e) {
        return response(Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-file",
                "The file is of another type",
                e.message() + " Nothing was taken in."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> stopped(RejectionStreakException e) {
        return response(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "too-many-rejected",
                        "Too many rows in a row were rejected",
                        e.message() + " Earlier rows may have been accepted; sending them again is safe.")
                .with("row", e.first().index())
                .with("code", e.first().code()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notReadYet(StateNotLoadedException e) {
        return unavailable(e.getMessage() + ". Send the same request again a little later.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> notDelivered(DeliveryFailedException e) {
        LOG.warn("Delivery failed: {}, cause: {}", e.getMessage(), String.valueOf(e.getCause()));
        return unavailable(NOT_ACKNOWLEDGED);
    }

    @ExceptionHandler({MongoException.class, DataAccessException.class})
    ResponseEntity<Problem> storeUnavailable(RuntimeException e) {
        LOG.warn("MongoDB is not available: {}", e.toString());
        return unavailable(NOT_ACKNOWLEDGED);
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

    private static ResponseEntity<Problem> response(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
