package io.rapport.report.actions;

import io.rapport.contracts.BrandKey;
import io.rapport.report.remote.ServiceClient;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * Sends engagements to the ingest service with the token of the caller, so that the rules of ingest hold for pages as well.
 * Repeating a request is safe: the id of an engagement is made of its source and the nonce of the form.
 */
public final class EngagementIntakeClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ServiceClient ingest;

    /**
     * A client; does not connect yet.
     *
     * @param base of the ingest service
     */
    public EngagementIntakeClient(URI base) {
        this.ingest = new ServiceClient(
                base, TIMEOUT, "The ingest service does not answer. Send the form again: it is recorded once.");
    }

    /** Returns when the broker has acknowledged the action; fails with a problem if it is not accepted. */
    void send(BrandKey brand, ActionRequest action, String token) {
        var rejected = post(brand, List.of(action), token);
        if (!rejected.isEmpty()) {
            throw refusal(rejected.get(0));
        }
    }

    /** Returns when the broker has acknowledged the actions that are accepted: the number of those that are not. */
    int sendAll(BrandKey brand, List<ActionRequest> actions, String token) {
        return post(brand, actions, token).size();
    }

    /** Returns the actions that ingest rejected, with their reasons. */
    private JsonNode post(BrandKey brand, List<ActionRequest> actions, String token) {
        var engagements = actions.stream().map(ActionRequest::toEngagement).toList();
        var answer = ingest.post(brand, "/engagements", engagements, token);
        var body = answer.json();
        if (answer.status().isError()) {
            throw Problem.of(
                            answer.status(),
                            "not-recorded",
                            body.path("title").asString("Nothing was recorded"),
                            body.path("detail").asString("") + " Nothing was recorded.")
                    .asException();
        }
        return body.path("rejected");
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
}
