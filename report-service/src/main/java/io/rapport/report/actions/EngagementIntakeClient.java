package io.rapport.report.actions;

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
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * Sends engagements to the ingest service with the token of the caller, so that the rules of ingest hold for pages as well.
 * Repeating a request is safe: the id of an engagement is made of its source and the nonce of the form.
 */
public final class EngagementIntakeClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final URI base;

    /**
     * A client; does not connect yet.
     *
     * @param base of the ingest service
     */
    public EngagementIntakeClient(URI base) {
        this.base = base;
    }

    /** Returns when the broker has acknowledged the action; fails with a problem if it is not accepted. */
    void send(BrandKey brand, ActionRequest action, String token) {
        var uri = "%s/v1/agencies/%s/brands/%s/engagements".formatted(base, brand.agency(), brand.brand());
        var body = Json.mapper().writeValueAsBytes(List.of(action.toEngagement()));
        var request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(READ_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            requireAccepted(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static void requireAccepted(HttpResponse<byte[]> answer) {
        var status = HttpStatus.resolve(answer.statusCode());
        if (status == null || status.is5xxServerError() || status == HttpStatus.UNAUTHORIZED) {
            throw unavailable();
        }
        var body = Json.mapper().readTree(answer.body());
        if (status.isError()) {
            throw Problem.of(
                            status,
                            "not-recorded",
                            body.path("title").asString("Nothing was recorded"),
                            body.path("detail").asString("") + " Nothing was recorded.")
                    .asException();
        }
        var rejected = body.path("rejected");
        if (!rejected.isEmpty()) {
            throw refusal(rejected.get(0));
        }
    }

    private static ProblemException refusal(JsonNode rejected) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "not-recorded",
                        "Nothing was recorded",
                        rejected.path("message").asString("The ingest service did not accept it."))
                .with("code", rejected.path("code").asString(""))
                .asException();
    }

    private static ProblemException unavailable() {
        return Problem.unavailable(
                "The ingest service does not answer. Send the form again: it is recorded once.", RETRY_AFTER);
    }
}
