package io.rapport.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem responses outside of controllers. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, ProblemException e) throws IOException {
        e.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        write(response, e.problem());
    }

    public void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var body = json.writeValueAsBytes(problem);
        // As for controllers (EntityTagFilter); otherwise the headers would reveal which layer produced the response.
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
