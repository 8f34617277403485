package io.rapport.ingest.source.github;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import java.time.Instant;

/** Verifies {@code X-Hub-Signature-256} over the raw body. */
final class GitHubVerifier implements SourceVerifier {

    static final String SECRET = "secret";

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        return HmacSignature.SHA256_HEX.verify(
                payload.header("x-hub-signature-256").orElse(null), payload.body(), secrets.all(SECRET));
    }
}
