package io.rapport.web;

import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Talks to the service under test over a real connection. */
public record HttpTestClient(int port) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** All headers but the date, and what concerns the connection: the hundredth request on one closes it. */
        Map<String, List<String>> headers() {
            var headers = new TreeMap<>(response.headers().map());
            headers.keySet().removeAll(Set.of("date", "connection", "keep-alive"));
            return headers;
        }

        public JsonNode json() {
            return Json.mapper().readTree(response.body());
        }

        public String body() {
            return response.body();
        }
    }

    public Answer get(String path, String token) {
        return send("GET", path, "", "Authorization", "Bearer " + token);
    }

    Answer post(String path, String token, String json) {
        return send("POST", path, json, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    public Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
