package io.rapport.standalone.client;

import io.rapport.messaging.json.Json;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A response with an error status; the message is the detail of the problem. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private RequestRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    static RequestRefusedException of(HttpResponse<String> response) {
        return new RequestRefusedException(
                response.statusCode(),
                response.request().uri().getPath() + " responded with " + response.statusCode() + ": "
                        + detail(response.body()));
    }

    /** What cannot be known from a file, one line each. */
    private static String questions(JsonNode problem) {
        var lines = new StringBuilder();
        problem.path("questions")
                .forEach(question -> lines.append(System.lineSeparator())
                        .append("  ")
                        .append(question.path("field").asString(""))
                        .append(": ")
                        .append(question.path("message").asString("")));
        return lines.toString();
    }

    private static String detail(String body) {
        try {
            var problem = Json.mapper().readTree(body);
            var text = problem.path("detail").asString("");
            return (text.isEmpty() ? problem.path("title").asString(body) : text) + questions(problem);
        } catch (JacksonException e) {
            return body;
        }
    }
}
