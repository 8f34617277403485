package io.rapport.standalone.client;

import io.rapport.messaging.json.Json;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;

/** A request that Rapport refused: the message is the problem's own sentence. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private RequestRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The answer's HTTP status. */
    public int status() {
        return status;
    }

    static RequestRefusedException of(HttpResponse<String> response) {
        return new RequestRefusedException(
                response.statusCode(),
                response.request().uri().getPath() + " answered " + response.statusCode() + ": "
                        + sentence(response.body()));
    }

    private static String sentence(String body) {
        try {
            var problem = Json.mapper().readTree(body);
            var detail = problem.path("detail").asString("");
            return detail.isEmpty() ? problem.path("title").asString(body) : detail;
        } catch (JacksonException e) {
            return body;
        }
    }
}
