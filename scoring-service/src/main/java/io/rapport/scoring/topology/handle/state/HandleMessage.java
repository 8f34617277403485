package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * A message of a handle, its position in a cascade, and the state the cascade has of it.
 *
 * @param position where it stands
 * @param tone of its text; for a share without words, that of the shared message
 * @param publishedTone the tone that was last sent to the cascade; {@code NONE} when the message is not in it
 * @param link the link of a share without words
 */
public record HandleMessage(CascadePosition position, MessageTone tone, MessageTone publishedTone, ParentLink link) {

    /**
     * The position of a message.
     *
     * @param node key of the message; null when it has no id
     * @param parent key of the message it replies to or shares; null without one
     * @param rootOnly whether only the first message of the thread is known, not the parent itself
     * @param wordless whether it is a share without words
     * @param at epoch milliseconds
     * @param day epoch day it counts on
     */
    public record CascadePosition(
            @Nullable String node, @Nullable String parent, boolean rootOnly, boolean wordless, long at, int day) {}

    /**
     * The link of a share without words to the shared message.
     *
     * @param isEstablished whether the parent has the link
     * @param round the number of times the link was established; tones of an earlier round are stale
     */
    public record ParentLink(boolean isEstablished, int round) {}

    public static final BinarySerde<HandleMessage> SERDE = new BinarySerde<>(HandleMessage::toBytes, HandleMessage::of);

    private static final int VERSION = 2;

    /**
     * Creates a message that no cascade has yet.
     *
     * @param round the number of times an earlier revision of it was linked
     */
    public static HandleMessage create(CascadePosition place, MessageTone tone, int round) {
        return new HandleMessage(place, tone, MessageTone.NONE, new ParentLink(false, round));
    }

    /** Returns the message with another tone. */
    public HandleMessage withTone(MessageTone newTone) {
        return new HandleMessage(position, newTone, publishedTone, link);
    }

    /** Returns the message after its tone was sent to the cascade. */
    public HandleMessage withPublishedTone(MessageTone newTone) {
        return new HandleMessage(position, tone, newTone, link);
    }

    /** Returns the message with a link of the next round. */
    public HandleMessage withLink() {
        return new HandleMessage(position, tone, publishedTone, new ParentLink(true, link.round + 1));
    }

    /** Returns the message without a link, and thus without a tone. */
    public HandleMessage withoutLink() {
        return new HandleMessage(position, MessageTone.NONE, publishedTone, new ParentLink(false, link.round));
    }

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .text(position.node)
                .text(position.parent)
                .flag(position.rootOnly)
                .flag(position.wordless)
                .number(position.at)
                .number(position.day)
                .constant(tone)
                .constant(publishedTone)
                .flag(link.isEstablished)
                .number(link.round)
                .toBytes();
    }

    private static HandleMessage of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new HandleMessage(
                        new CascadePosition(in.text(), in.text(), in.bool(), in.bool(), in.int64(), in.int32()),
                        in.constant(MessageTone.class),
                        in.constant(MessageTone.class),
                        new ParentLink(in.bool(), in.int32())));
    }
}
