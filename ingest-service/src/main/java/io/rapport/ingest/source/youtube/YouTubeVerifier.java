package io.rapport.ingest.source.youtube;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HookChallenges;
import io.rapport.ingest.source.payload.WebSubSignatures;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifies {@code X-Hub-Signature} of WebSub, of which the hub chooses the algorithm, and confirms subscriptions of the feeds
 * of the channels of a connection.
 */
final class YouTubeVerifier implements SourceVerifier {

    static final String SECRET = "hubSecret";

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        return WebSubSignatures.verify(payload, secrets.all(SECRET));
    }

    @Override
    public Optional<ChallengeResponse> challenge(
            SourcePayload payload, SourceSettings settings, SourceSecrets secrets) {
        return HookChallenges.confirm(
                payload,
                topic -> settings.accounts().stream().anyMatch(channel -> topic.endsWith("channel_id=" + channel)));
    }
}
