package io.rapport.web.problem;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** An unexpected exception: logged with a correlation id, which is all that the response contains. */
final class UnexpectedFailure {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailure.class);

    private UnexpectedFailure() {}

    /**
     * Logs a failure and returns the problem for the response.
     *
     * @param where the method and path pattern; never the path itself, which may name a person
     */
    static Problem log(@Nullable Throwable failure, String where) {
        var id = UUID.randomUUID().toString();
        LOG.error("Request failed, correlation id {}: {}", id, where, failure);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "unexpected",
                        "Something failed here",
                        "It was not the request's fault, and was logged. Ask your administrator, naming the correlation id.")
                .with("correlationId", id);
    }

    /** Logs that a request was interrupted after the limit of its processing time, and returns the problem. */
    static Problem interrupted(Throwable failure, String where, Duration limit) {
        // Cleared, so that the response can be written.
        Thread.interrupted();
        LOG.warn("Request interrupted after {} s: {}", limit.toSeconds(), where, failure);
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "processing-too-long",
                "The request takes too long",
                "It was ended after %d seconds. Ask for less at once, or send it again later."
                        .formatted(limit.toSeconds()));
    }
}
