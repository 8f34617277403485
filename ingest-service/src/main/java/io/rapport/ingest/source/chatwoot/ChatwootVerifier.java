package io.rapport.ingest.source.chatwoot;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.SignedTimestamps;
import java.time.Instant;

/** Verifies {@code X-Chatwoot-Signature} over the time stamp, a point and the raw body; the time stamp is at most 5 minutes off. */
final class ChatwootVerifier implements SourceVerifier {

    static final String SECRET = "secret";

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        var written = payload.header("x-chatwoot-timestamp").orElse("");
        var time = SignedTimestamps.verify(written, now);
        if (!time.accepted()) {
            return time;
        }
        return HmacSignature.SHA256_HEX.verify(
                payload.header("x-chatwoot-signature").orElse(null),
                HmacSignature.prefixed(written + ".", payload.body()),
                secrets.all(SECRET));
    }
}
