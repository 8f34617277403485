package io.rapport.standalone.demo;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.engagement.StaffMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An engagement while it is being made up. */
final class Draft {

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

    Draft(String id, String channel, DemoActor actor, Instant at) {
        this.id = id;
        this.channel = channel;
        this.actor = actor;
        this.at = at;
        this.conversation = id;
    }

    Draft kind(EngagementKind kind) {
        this.kind = kind;
        return this;
    }

    /** It went out, from a member of the team. */
    Draft from(StaffMember staff) {
        this.direction = Direction.OUTBOUND;
        this.staff = staff;
        return this;
    }

    Draft replyTo(Draft parent) {
        this.inReplyTo = parent.id;
        this.conversation = parent.conversation;
        return this;
    }

    Draft shareOf(Draft parent) {
        this.shareOf = parent.id;
        this.conversation = parent.conversation;
        return this;
    }

    Draft text(String text) {
        this.content = EngagementContent.of(text);
        return this;
    }

    Draft content(EngagementContent content) {
        this.content = content;
        return this;
    }

    Draft worth(EngagementValue value) {
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

    DemoEngagement finished() {
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
