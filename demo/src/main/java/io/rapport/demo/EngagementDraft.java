package io.rapport.demo;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.engagement.StaffMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builder of an engagement. */
final class EngagementDraft {

    static final String SOURCE = "demo";

    private final String id;
    private final String channel;
    private final DemoActor actor;
    private final Instant at;
    private Direction direction = Direction.INBOUND;
    private EngagementKind kind = EngagementKind.COMMENT;
    private @Nullable StaffMember staff;
    private @Nullable String inReplyTo;
    private @Nullable String shareOf;
    private String conversation;
    private @Nullable EngagementContent content;
    private @Nullable EngagementValue value;

    EngagementDraft(String id, String channel, DemoActor actor, Instant at) {
        this.id = id;
        this.channel = channel;
        this.actor = actor;
        this.at = at;
        this.conversation = id;
    }

    EngagementDraft kind(EngagementKind kind) {
        this.kind = kind;
        return this;
    }

    /** Makes it outbound, sent by a member of the team. */
    EngagementDraft sentBy(StaffMember staff) {
        this.direction = Direction.OUTBOUND;
        this.staff = staff;
        return this;
    }

    EngagementDraft replyTo(EngagementDraft parent) {
        this.inReplyTo = parent.id;
        this.conversation = parent.conversation;
        return this;
    }

    EngagementDraft shareOf(EngagementDraft parent) {
        this.shareOf = parent.id;
        this.conversation = parent.conversation;
        return this;
    }

    EngagementDraft text(String text) {
        this.content = EngagementContent.of(text);
        return this;
    }

    EngagementDraft content(EngagementContent content) {
        this.content = content;
        return this;
    }

    EngagementDraft value(EngagementValue value) {
        this.value = value;
        return this;
    }

    String channel() {
        return channel;
    }

    DemoActor actor() {
        return actor;
    }

    Instant at() {
        return at;
    }

    DemoEngagement toEngagement() {
        var parent = inReplyTo == null && shareOf == null ? null : ParentSource.OBSERVED;
        return new DemoEngagement(
                SOURCE,
                id,
                channel,
                at,
                direction,
                kind,
                actor,
                staff,
                new MessageRef(id, inReplyTo, shareOf, conversation, null, parent),
                content,
                value);
    }
}
