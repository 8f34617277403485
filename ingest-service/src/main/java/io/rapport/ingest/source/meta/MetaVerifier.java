package io.rapport.ingest.source.meta;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.HookChallenges;
import java.time.Instant;
import java.util.Optional;

/** Verifies {@code X-Hub-Signature-256} over the raw body, and echoes the challenge of a known verify token. */
final class MetaVerifier implements SourceVerifier {

    static final String APP_SECRET = "appSecret";
    static final String VERIFY_TOKEN = "verifyToken";

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        return HmacSignature.SHA256_HEX.verify(
                payload.header("x-hub-signature-256").orElse(null), payload.body(), secrets.all(APP_SECRET));
    }

    @Override
    public Optional<ChallengeResponse> challenge(
            SourcePayload payload, SourceSettings settings, SourceSecrets secrets) {
        var token = payload.query().get("hub.verify_token");
        return "subscribe".equals(payload.query().get("hub.mode"))
                        && HookChallenges.isAnyOf(token, secrets.all(VERIFY_TOKEN))
                ? HookChallenges.echo(payload.query().get("hub.challenge"))
                : Optional.empty();
    }
}
