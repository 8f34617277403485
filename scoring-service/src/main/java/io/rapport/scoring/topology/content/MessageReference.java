package io.rapport.scoring.topology.content;

import io.rapport.contracts.HandleKey;
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
 * @param other key of the referring or mentioned handle; null unless it is a referral or a mention
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
        ERASED(4),
        /** Mentioned the other handle. */
        MENTIONED(5);

        private final int code;

        Role(int code) {
            this.code = code;
        }

        /** The stored code. */
        public int code() {
            return code;
        }

        /** Returns the role of a code. */
        public static Role of(int code) {
            return values()[code];
        }
    }

    /**
     * What an engagement refers to, within the channel of its handle.
     *
     * @param role not {@link Role#ERASED}
     * @param name the source's id of the message, event or handle
     */
    public record Target(Role role, String name) {

        /** The key of the message or event; of a referral or a mention, that of the handle. Events have five parts, messages four. */
        public String key(HandleKey handle) {
            return switch (role) {
                case ATTENDEE -> handle.brand().key(EVENT, handle.channel(), name);
                case REFERRED, MENTIONED -> handle.key();
                default -> handle.brand().key(handle.channel(), name);
            };
        }

        /** The reference of a handle to this target. */
        public MessageReference from(HandleKey handle) {
            var isOfHandle = role == Role.REFERRED || role == Role.MENTIONED;
            var other = isOfHandle ? handle.brand().key(handle.channel(), name) : null;
            return new MessageReference(role, handle.key(), other);
        }
    }

    /** Whether the reference is about a message or an event that stores the handle. */
    public boolean isRemembered() {
        return role == Role.AUTHOR || role == Role.REPLY || role == Role.ATTENDEE;
    }

    /** Returns the message that an engagement is, if its author may have ties by it; null for none. */
    public static @Nullable Target own(EngagementReceived engagement) {
        var ref = engagement.object();
        return ref != null && ref.id() != null && isText(engagement) ? new Target(Role.AUTHOR, ref.id()) : null;
    }

    /**
     * Returns what ties the handle of an engagement to others: the message it answers, an event, the handle that referred it, and those
     * that it mentions.
     */
    public static List<Target> contacts(EngagementReceived engagement) {
        var targets = new ArrayList<Target>();
        var ref = engagement.object();
        add(targets, Role.REPLY, ref == null ? null : answered(engagement, ref));
        add(targets, Role.ATTENDEE, event(engagement, ref));
        var value = engagement.value();
        add(targets, Role.REFERRED, value == null ? null : value.referredBy());
        mentions(engagement).forEach(mentioned -> targets.add(new Target(Role.MENTIONED, mentioned)));
        return List.copyOf(targets);
    }

    private static List<String> mentions(EngagementReceived engagement) {
        var mentions = engagement.mentions();
        return mentions == null || engagement.direction() != Direction.INBOUND
                ? List.of()
                : mentions.stream()
                        .distinct()
                        .limit(EngagementReceived.MAX_MENTIONS)
                        .toList();
    }

    private static void add(List<Target> targets, Role role, @Nullable String name) {
        if (name != null) {
            targets.add(new Target(role, name));
        }
    }

    private static @Nullable String answered(EngagementReceived engagement, MessageRef ref) {
        var parent = ref.inReplyTo() == null ? ref.shareOf() : ref.inReplyTo();
        var answers = ANSWERS.contains(engagement.kind()) && engagement.direction() == Direction.INBOUND;
        return answers && parent != null && !parent.equals(ref.id()) ? parent : null;
    }

    private static boolean isText(EngagementReceived engagement) {
        var content = engagement.content();
        return engagement.direction() == Direction.INBOUND
                && content != null
                && content.text() != null
                && !content.text().isBlank();
    }

    private static @Nullable String event(EngagementReceived engagement, @Nullable MessageRef ref) {
        var isEvent = engagement.kind() == EngagementKind.MEETING
                || engagement.channel().equals(EVENT) && engagement.kind() != EngagementKind.POST;
        return isEvent && ref != null ? ref.conversation() : null;
    }

    /** Whether a key is that of an event. */
    public static boolean isEvent(String key) {
        return key.chars().filter(each -> each == TopicKeys.SEPARATOR).count() == EVENT_SEPARATORS;
    }

    void write(BinaryWriter out) {
        out.flag(role.code).text(handle).text(other);
    }

    static MessageReference read(BinaryReader in) {
        return new MessageReference(Role.of(in.int8()), String.valueOf(in.text()), in.text());
    }
}
