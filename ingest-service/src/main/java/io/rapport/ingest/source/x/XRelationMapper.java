package io.rapport.ingest.source.x;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Maps relations of two accounts: likes, follows and direct messages.
 *
 * @param account the id of the brand's account, one of the two
 */
record XRelationMapper(String account) {

    /**
     * Maps a like.
     *
     * @param liker the account that liked the post
     * @param author the author of the post
     */
    SourceMapping.Mapped like(String post, XAccount liker, XAccount author, Instant time) {
        return relation("like:" + post + ":" + liker.id(), EngagementKind.REACTION, liker, author, time)
                .with("object.inReplyTo", post)
                .forAccount(account, time.toEpochMilli(), false);
    }

    /** The time of a like in either shape. */
    static Instant timeOfLike(PayloadNode like) {
        var millis = like.at("timestamp_ms");
        return millis.isPresent()
                ? millis.requiredEpoch()
                : like.at("created_at").requiredTime();
    }

    /**
     * Maps a follow, or its end.
     *
     * @param time when it happened; null if the payload does not contain it: the time of receipt
     */
    SourceMapping.Mapped follow(XAccount source, XAccount target, @Nullable Instant time, boolean ended) {
        return relation("follow:" + source.id() + ":" + target.id(), EngagementKind.FOLLOW, source, target, time)
                .forAccount(account, time == null ? null : time.toEpochMilli(), ended);
    }

    /** Maps a direct message. */
    SourceMapping.Mapped message(PayloadNode event, XAccount sender, XAccount recipient) {
        var id = event.at("id").requiredId();
        var other = sender.id().equals(account) ? recipient : sender;
        return relation(
                        "message:" + id,
                        EngagementKind.MESSAGE,
                        sender,
                        recipient,
                        event.at("created_timestamp").requiredEpoch())
                .with("object.id", id)
                .with("object.conversation", "dm:" + other.id())
                .with(
                        "content.text",
                        event.at("message_create", "message_data", "text").text())
                .forAccount(account);
    }

    private SourceEngagement relation(
            String id, EngagementKind kind, XAccount from, XAccount to, @Nullable Instant time) {
        var isOwn = from.id().equals(account);
        var engagement = (isOwn ? to : from)
                .describe(SourceEngagement.of(
                        id, XPostMapper.CHANNEL, isOwn ? Direction.OUTBOUND : Direction.INBOUND, kind, time));
        return isOwn ? engagement.with("staff.id", account).with("staff.name", from.name()) : engagement;
    }
}
