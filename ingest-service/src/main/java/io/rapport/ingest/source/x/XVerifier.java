package io.rapport.ingest.source.x;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import java.time.Instant;
import java.util.Optional;

/** Verifies {@code x-twitter-webhooks-signature} over the raw body, and answers the challenge-response check (CRC). */
final class XVerifier implements SourceVerifier {

    static final String CONSUMER_SECRET = "consumerSecret";

    private static final int MAX_TOKEN = 1_024;

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        return HmacSignature.SHA256_BASE64.verify(
                payload.header("x-twitter-webhooks-signature").orElse(null),
                payload.body(),
                secrets.all(CONSUMER_SECRET));
    }

    @Override
    public Optional<ChallengeResponse> challenge(
            SourcePayload payload, SourceSettings settings, SourceSecrets secrets) {
        var token = payload.query().get("crc_token");
        return token == null || token.isEmpty() || token.length() > MAX_TOKEN
                ? Optional.empty()
                : secrets.newest(CONSUMER_SECRET)
                        .filter(secret -> !secret.isEmpty())
                        .map(secret -> new ChallengeResponse(
                                "application/json",
                                "{\"response_token\":\"" + HmacSignature.SHA256_BASE64.sign(secret, token) + "\"}"));
    }
}
