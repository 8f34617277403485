package io.rapport.scoring.topology.content;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a handle has to do with a message or an event, which may tie it to other handles.
 *
 * @param handle key of the handle
 * @param other key of the referring handle; null unless it is a referral
 */
public record MessageReference(
        Role role, String handle, @Nullable String other) {

    private static final String EVENT = "event";
    private static final int EVENT_SEPARATORS = 4;
    private static final Set<EngagementKind> ANSWERS = EnumSet.of(
            EngagementKind.REPLY,
            EngagementKind.COMMENT,
            EngagementKind.QUOTE,
            EngagementKind.SHARE,
            EngagementKind.MENTION,
            EngagementKind.MESSAGE);

    /** The part of a handle. Codes are stored. */
    public enum Role {
        /** Replied to the message, quoted or shared it. */
        REPLY(0),
        /** Wrote the message. */
        AUTHOR(1),
        /** Attended the event. */
        ATTENDEE(2),
        /** Was referred by the other handle. */
        REFERRED(3),
        /** Was erased: the message or event must not name the handle any more. */
        ERASED(4);

        private final int code;

        Role(int code) {
            this.code = code;
        }
    }

    /** A reference and the key of the message, event or handle it is about. */
    public record Keyed(String key, MessageReference reference) {}

    /** Whether the reference is about a message or an event that stores the handle. */
    public boolean isRemembered() {
        return role == Role.AUTHOR || role == Role.REPLY || role == Role.ATTENDEE;
    }

    /**
     * Returns the references of an engagement to its own message, to the one it answers, to an event and to the handle that referred
     * its handle.
     */
    static List<Keyed> of(EngagementReceived engagement) {
        var references = new ArrayList<Keyed>();
        var handle = engagement.handleKey().key();
        var ref = engagement.object();
        if (ref != null && ref.id() != null && isText(engagement)) {
            var key = engagement.brandKey().key(engagement.channel(), ref.id());
            references.add(new Keyed(key, new MessageReference(Role.AUTHOR, handle, null)));
        }
        var answered = ref == null ? null : answered(engagement, ref);
        if (answered != null) {
            references.add(new Keyed(answered, new MessageReference(Role.REPLY, handle, null)));
        }
        var event = event(engagement, ref);
        if (event != null) {
            references.add(new Keyed(event, new MessageReference(Role.ATTENDEE, handle, null)));
        }
        var value = engagement.value();
        if (value != null && value.referredBy() != null) {
            var other = engagement.brandKey().key(engagement.channel(), value.referredBy());
            references.add(new Keyed(handle, new MessageReference(Role.REFERRED, handle, other)));
        }
        return references;
    }

    private static @Nullable String answered(EngagementReceived engagement, MessageRef ref) {
        var parent = ref.inReplyTo() == null ? ref.shareOf() : ref.inReplyTo();
        var answers = ANSWERS.contains(engagement.kind()) && engagement.direction() == Direction.INBOUND;
        return answers && parent != null && !parent.equals(ref.id())
                ? engagement.brandKey().key(engagement.channel(), parent)
                : null;
    }

    private static boolean isText(EngagementReceived engagement) {
        var content = engagement.content();
        return engagement.direction() == Direction.INBOUND
                && content != null
                && content.text() != null
                && !content.text().isBlank();
    }

    /** Five parts, so that it is the key of no message. */
    private static @Nullable String event(EngagementReceived engagement, @Nullable MessageRef ref) {
        var isEvent = engagement.kind() == EngagementKind.MEETING
                || engagement.channel().equals(EVENT) && engagement.kind() != EngagementKind.POST;
        return isEvent && ref != null && ref.conversation() != null
                ? engagement.brandKey().key(EVENT, engagement.channel(), ref.conversation())
                : null;
    }

    /** Whether a key is that of an event. */
    public static boolean isEvent(String key) {
        return key.chars().filter(each -> each == TopicKeys.SEPARATOR).count() == EVENT_SEPARATORS;
    }

    void write(BinaryWriter out) {
        out.flag(role.code).text(handle).text(other);
    }

    static MessageReference read(BinaryReader in) {
        return new MessageReference(Role.values()[in.int8()], String.valueOf(in.text()), in.text());
    }
}
