package io.rapport.report.remote;

import io.rapport.messaging.json.Json;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * The answer of another service.
 *
 * @param status neither 401 nor 5xx
 * @param body JSON
 */
public record ServiceAnswer(HttpStatus status, byte[] body) {

    /** The body as a tree. */
    public JsonNode json() {
        return Json.mapper().readTree(body);
    }
}
