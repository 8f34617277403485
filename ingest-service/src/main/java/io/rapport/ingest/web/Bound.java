package io.rapport.ingest.web;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;

/**
 * How long a body may be.
 *
 * @param bytes the most it may have, unpacked
 * @param remedy a sentence that says what to do with a longer one
 */
record Bound(long bytes, String remedy) {

    static Bound of(long bytes) {
        return new Bound(bytes, "Send it in several requests.");
    }

    /** What is answered to a longer one. */
    ProblemException exceeded() {
        return Problem.tooLarge(bytes, remedy).asException();
    }
}
