package io.rapport.ingest.source.discourse;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import java.time.Instant;

/** Verifies {@code X-Discourse-Event-Signature} over the raw body. A forum without a secret does not sign, and is refused. */
final class DiscourseVerifier implements SourceVerifier {

    static final String SECRET = "secret";

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        return HmacSignature.SHA256_HEX.verify(
                payload.header("x-discourse-event-signature").orElse(null), payload.body(), secrets.all(SECRET));
    }
}
