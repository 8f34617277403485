package io.rapport.ingest.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;

/**
 * The maximum size of a request body.
 *
 * @param bytes the maximum, after decompression
 * @param remedy a sentence with advice for a larger body
 */
public record BodyLimit(long bytes, String remedy) {

    public static BodyLimit of(long bytes) {
        return new BodyLimit(bytes, "Send it in several requests.");
    }

    /** The 413 response to a larger body. */
    ProblemException exceeded() {
        return Problem.tooLarge(bytes, remedy).asException();
    }
}
