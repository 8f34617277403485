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
import java.util.List;
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
                ? WebSubSignatures.verify(payload, hubSecrets(payload, secrets.all(SharedSecretVerifier.SECRET)))
                : relay.verify(payload, secrets, now);
    }

    @Override
    public Optional<ChallengeResponse> challenge(
            SourcePayload payload, SourceSettings settings, SourceSecrets secrets) {
        return HookChallenges.confirm(
                payload, topic -> isTopic(topic, payload, SettingsReader.texts(settings, FeedSource.FEEDS), secrets));
    }

    /** Of a subscription with a mark the feed has to be in the settings, and the mark has to be ours; of another one the topic. */
    private static boolean isTopic(String topic, SourcePayload payload, List<String> feeds, SourceSecrets secrets) {
        var mark = payload.query().get(FeedHub.MARK);
        var feed = payload.query().getOrDefault(FeedHub.FEED, topic);
        var marks = secrets.all(SharedSecretVerifier.SECRET).stream()
                .map(secret -> FeedHub.mark(feed, topic, secret))
                .toList();
        return feeds.contains(feed) && (mark == null ? feed.equals(topic) : HookChallenges.isAnyOf(mark, marks));
    }

    /** A hub that was subscribed by hand has the secret itself. */
    private static List<String> hubSecrets(SourcePayload payload, List<String> secrets) {
        var mark = payload.query().get(FeedHub.MARK);
        return mark == null
                ? secrets
                : secrets.stream().map(secret -> FeedHub.secret(mark, secret)).toList();
    }
}
