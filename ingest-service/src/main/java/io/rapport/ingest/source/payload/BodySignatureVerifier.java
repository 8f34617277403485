package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import java.time.Instant;

/**
 * Verifies the signature of the raw body in a header. A request without the header is refused.
 *
 * @param signature how the platform writes it
 * @param header the name of the header, in lower case
 * @param secret the name of the secret
 */
public record BodySignatureVerifier(HmacSignature signature, String header, String secret) implements SourceVerifier {

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        return signature.verify(payload.header(header).orElse(null), payload.body(), secrets.all(secret));
    }
}
