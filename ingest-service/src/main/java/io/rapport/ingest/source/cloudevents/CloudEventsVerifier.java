package io.rapport.ingest.source.cloudevents;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HookChallenges;
import java.time.Instant;

/** Verifies the bearer token, which is how webhooks of CloudEvents are authorised. */
final class CloudEventsVerifier implements SourceVerifier {

    static final String TOKEN = "token";

    private static final String BEARER = "Bearer ";

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        var header = payload.header("authorization").orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return VerificationResult.refuse("The request has no bearer token.");
        }
        return HookChallenges.isAnyOf(header.substring(BEARER.length()).strip(), secrets.all(TOKEN))
                ? VerificationResult.accept()
                : VerificationResult.refuse("The bearer token is not the token of the connection.");
    }
}
