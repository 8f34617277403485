package io.rapport.web.problem;

import org.springframework.http.HttpHeaders;

/** A problem that is thrown. Anywhere below a controller, it becomes the response. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient HttpHeaders headers = new HttpHeaders();

    ProblemException(Problem problem) {
        super(problem.title() + ": " + problem.detail());
        this.problem = problem;
    }

    /** Adds a header to the response. */
    public ProblemException header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    /** The problem of the response. */
    public Problem problem() {
        return problem;
    }

    /** The headers of the response. */
    public HttpHeaders headers() {
        return headers;
    }
}
