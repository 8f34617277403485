package io.rapport.scoring.topology;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.sentiment.SentimentCorrectedBuilder;
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
        return EngagementReceivedBuilder.builder(plain)
                .occurredAt(at)
                .kind(kind)
                .staff(null)
                .object(ref)
                .content(text == null ? null : EngagementContent.of(text))
                .value(null)
                .build();
    }

    /** The same message of another brand. */
    static EngagementReceived of(BrandKey brand, EngagementReceived e) {
        return EngagementReceivedBuilder.builder(e)
                .id(DeterministicIds.engagement(brand, e.source(), e.sourceId()))
                .agency(brand.agency())
                .brand(brand.brand())
                .build();
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
                e,
                ActorBuilder.builder().id(e.actor().id()).followers(followers).build());
    }

    static SentimentCorrected corrected(EngagementReceived e, double polarity, long version) {
        return corrected(e, polarity, version, ScoringEventFixtures.RECEIVED.plusSeconds(version));
    }

    static SentimentCorrected corrected(EngagementReceived e, double polarity, long version, Instant at) {
        return SentimentCorrectedBuilder.builder()
                .agency(e.agency())
                .brand(e.brand())
                .channel(e.channel())
                .handle(e.actor().id())
                .engagement(e.id())
                .polarity(polarity)
                .by("somebody")
                .reason("They meant it otherwise.")
                .version(version)
                .at(at)
                .build();
    }
}
