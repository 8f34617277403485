package io.rapport.ingest.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import org.springframework.http.HttpStatus;

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
    public ProblemException exceeded() {
        return Problem.tooLarge(bytes, remedy).asException();
    }

    /** The 413 response to a body whose decompressed size is out of proportion. */
    static ProblemException expansionExceeded(int maxRatio) {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "expands-too-much",
                        "The body expands too much",
                        "The body decompresses to more than %d times its size; a file of records does not. Send it without compression."
                                .formatted(maxRatio))
                .with("maxRatio", maxRatio)
                .asException();
    }
}
