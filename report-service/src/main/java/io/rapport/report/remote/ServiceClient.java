package io.rapport.report.remote;

import io.rapport.contracts.BrandKey;
import io.rapport.messaging.json.Json;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Sends requests about a brand to another service. One that does not answer, or not with the token, fails with 503. */
public final class ServiceClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final URI base;
    private final Duration timeout;
    private final String unavailable;

    /**
     * A client; does not connect yet.
     *
     * @param base of the service
     * @param timeout of a request
     * @param unavailable the detail of the problem if the service does not answer
     */
    public ServiceClient(URI base, Duration timeout, String unavailable) {
        this.base = base;
        this.timeout = timeout;
        this.unavailable = unavailable;
    }

    /**
     * Reads a resource of a brand.
     *
     * @param path below the brand, with the query
     */
    public ServiceAnswer get(BrandKey brand, String path, String token) {
        return send(request(brand, path, token));
    }

    /**
     * Posts JSON to a resource of a brand.
     *
     * @param path below the brand
     * @param body is written as JSON
     */
    public ServiceAnswer post(BrandKey brand, String path, Object body, String token) {
        return send(request(brand, path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(BrandKey brand, String path, String token) {
        var uri = "%s/v1/agencies/%s/brands/%s%s".formatted(base, brand.agency(), brand.brand(), path);
        return HttpRequest.newBuilder(URI.create(uri))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private ServiceAnswer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var status = HttpStatus.resolve(answer.statusCode());
            if (status == null || status.is5xxServerError() || status == HttpStatus.UNAUTHORIZED) {
                throw unavailable();
            }
            return new ServiceAnswer(status, answer.body());
        } catch (IOException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private ProblemException unavailable() {
        return Problem.unavailable(unavailable, RETRY_AFTER);
    }
}
