package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.HookChallenges;
import io.rapport.ingest.source.payload.SettingsReader;
import io.rapport.ingest.source.payload.WebSubSignatures;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifies feeds that a hub of WebSub delivers, signed with the secret of the connection, or that a relay delivers; confirms subscriptions
 * of the feeds of the connection.
 */
final class FeedVerifier implements SourceVerifier {

    private final SharedSecretVerifier relay = new SharedSecretVerifier();

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        return payload.header(WebSubSignatures.HEADER).isPresent()
                ? WebSubSignatures.verify(payload, secrets.all(SharedSecretVerifier.SECRET))
                : relay.verify(payload, secrets, now);
    }

    @Override
    public Optional<ChallengeResponse> challenge(
            SourcePayload payload, SourceSettings settings, SourceSecrets secrets) {
        var mode = payload.query().getOrDefault("hub.mode", "");
        var topic = payload.query().getOrDefault("hub.topic", "");
        var isOurs = SettingsReader.texts(settings, FeedSource.FEEDS).contains(topic);
        return isOurs && (mode.equals("subscribe") || mode.equals("unsubscribe"))
                ? HookChallenges.echo(payload.query().get("hub.challenge"))
                : Optional.empty();
    }
}
