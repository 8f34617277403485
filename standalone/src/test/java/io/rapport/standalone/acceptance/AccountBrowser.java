package io.rapport.standalone.acceptance;

import io.rapport.messaging.json.Json;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests of a browser at the address of the gateway, with the cookie of its session. */
final class AccountBrowser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final ConnectionInfo connection;
    private String cookie = "";

    AccountBrowser(ConnectionInfo connection) {
        this.connection = connection;
    }

    String cookie() {
        return cookie;
    }

    /** Sends the cookie of another browser, or a forged one. */
    AccountBrowser withCookie(String value) {
        cookie = value;
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,*/*"));
    }

    /** Submits a form of a page of the installation. */
    HttpResponse<String> submit(String path, Map<String, String> fields) {
        return submit(path, "same-origin", fields);
    }

    /** Submits a form as a page of the given site does. */
    HttpResponse<String> submit(String path, String site, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var response = send(request(path)
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        response.headers().firstValue("Set-Cookie").ifPresent(header -> cookie = header.replaceAll(";.*", ""));
        return response;
    }

    /** Sends a request of the API with the administrator's token. */
    HttpResponse<String> administer(String method, String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(URI.create(connection.url() + path))
                .header("Authorization", "Bearer " + connection.token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(connection.url() + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    /** Sends a request as it is. */
    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
