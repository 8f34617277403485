package io.rapport.ingest.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;

/**
 * How long a body may be.
 *
 * @param bytes the most it may have, unpacked
 * @param remedy a sentence that says what to do with a longer one
 */
public record BodyLimit(long bytes, String remedy) {

    public static BodyLimit of(long bytes) {
        return new BodyLimit(bytes, "Send it in several requests.");
    }

    /** What is answered to a longer one. */
    ProblemException exceeded() {
        return Problem.tooLarge(bytes, remedy).asException();
    }
}
