package io.rapport.standalone.docker;

import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Calls the REST API of services in containers.
 *
 * @param token a bearer token
 */
record RestClient(String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A JSON response; an {@link AssertionError} for any status but 2xx. */
    JsonNode send(String method, String url, String json) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        var response = exchange(request);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + url + " answered " + response.statusCode() + " " + response.body());
        }
        return Json.mapper().readTree(response.body().isEmpty() ? "null" : response.body());
    }

    JsonNode get(String url) {
        return send("GET", url, "");
    }

    /** The status of a request without a token. */
    static int anonymousStatus(String url) {
        return exchange(HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build())
                .statusCode();
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
