package io.rapport.ingest.source.youtube;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.HookChallenges;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies {@code X-Hub-Signature} of WebSub, of which the hub chooses the algorithm, and confirms subscriptions of the feeds
 * of the channels of a connection.
 */
final class YouTubeVerifier implements SourceVerifier {

    static final String SECRET = "hubSecret";

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        var header = payload.header("x-hub-signature").orElse("");
        var method = header.split("=", 2)[0].strip().toLowerCase(Locale.ROOT);
        var algorithm = ALGORITHMS.get(method);
        if (algorithm == null) {
            return VerificationResult.refuse(
                    header.isEmpty() ? "The request is not signed." : "The signature has an unknown method.");
        }
        return new HmacSignature(algorithm, method + "=", HmacSignature.Encoding.HEX)
                .verify(header, payload.body(), secrets.all(SECRET));
    }

    @Override
    public Optional<ChallengeResponse> challenge(
            SourcePayload payload, SourceSettings settings, SourceSecrets secrets) {
        var mode = payload.query().getOrDefault("hub.mode", "");
        var topic = payload.query().getOrDefault("hub.topic", "");
        var isOurs = settings.accounts().stream().anyMatch(channel -> topic.endsWith("channel_id=" + channel));
        return isOurs && (mode.equals("subscribe") || mode.equals("unsubscribe"))
                ? HookChallenges.echo(payload.query().get("hub.challenge"))
                : Optional.empty();
    }
}
