package io.rapport.scoring.topology;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.sentiment.SentimentCorrected;
import java.time.Instant;
import java.time.ZoneOffset;

/** Message and share fixtures for tests of the spread. */
final class MessageFixtures {

    static final String GOOD = "I love it, what a great service";
    static final String BAD = "I hate it, what a terrible service";
    static final String NEITHER = "It is a service";

    private MessageFixtures() {}

    /** A message without a parent. */
    static EngagementReceived said(String handle, String id, String at, String text) {
        return message(handle, Instant.parse(at), text, new MessageRef(id, null, null, null, null, null));
    }

    static EngagementReceived reply(String handle, String id, String at, String text, String to) {
        return message(
                handle, Instant.parse(at), text, new MessageRef(id, to, null, null, null, ParentSource.OBSERVED));
    }

    /** A share without text. */
    static EngagementReceived share(String handle, String id, String at, String of) {
        return message(
                handle, Instant.parse(at), null, new MessageRef(id, null, of, null, null, ParentSource.OBSERVED));
    }

    static EngagementReceived message(String handle, Instant at, String text, MessageRef ref) {
        return message(handle, at, text, ref, ref.id());
    }

    private static EngagementReceived message(String handle, Instant at, String text, MessageRef ref, String sourceId) {
        var kind = ref.shareOf() != null
                ? EngagementKind.SHARE
                : ref.inReplyTo() != null ? EngagementKind.REPLY : EngagementKind.COMMENT;
        var plain = ScoringEventFixtures.engagement(
                ScoringEventFixtures.handle(handle),
                sourceId,
                at.atZone(ZoneOffset.UTC).toLocalDate(),
                Direction.INBOUND,
                kind);
        return new EngagementReceived(
                plain.id(),
                plain.agency(),
                plain.brand(),
                plain.channel(),
                plain.source(),
                plain.sourceId(),
                at,
                plain.receivedAt(),
                plain.direction(),
                kind,
                plain.actor(),
                null,
                ref,
                text == null ? null : EngagementContent.of(text),
                null,
                plain.day());
    }

    /** The same message of another brand. */
    static EngagementReceived of(BrandKey brand, EngagementReceived e) {
        return new EngagementReceived(
                DeterministicIds.engagement(brand, e.source(), e.sourceId()),
                brand.agency(),
                brand.brand(),
                e.channel(),
                e.source(),
                e.sourceId(),
                e.occurredAt(),
                e.receivedAt(),
                e.direction(),
                e.kind(),
                e.actor(),
                e.staff(),
                e.object(),
                e.content(),
                e.value(),
                e.day());
    }

    /** The same text as another message of the channel. */
    static EngagementReceived bringing(EngagementReceived e, String id) {
        var ref = e.object();
        return message(
                e.actor().id(),
                e.occurredAt(),
                e.content().text(),
                new MessageRef(id, ref.inReplyTo(), ref.shareOf(), ref.conversation(), null, ref.parent()),
                e.sourceId());
    }

    static EngagementReceived followedBy(EngagementReceived e, long followers) {
        return ScoringEventFixtures.withActor(
                e, new Actor(e.actor().id(), null, null, null, null, null, followers, null, null));
    }

    static SentimentCorrected corrected(EngagementReceived e, double polarity, long version) {
        return corrected(e, polarity, version, ScoringEventFixtures.RECEIVED.plusSeconds(version));
    }

    static SentimentCorrected corrected(EngagementReceived e, double polarity, long version, Instant at) {
        return new SentimentCorrected(
                e.agency(),
                e.brand(),
                e.channel(),
                e.actor().id(),
                e.id(),
                polarity,
                "somebody",
                "They meant it otherwise.",
                version,
                at);
    }
}
