package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * A message of a handle, where it stands in its cascade, and what the cascade was told of it.
 *
 * @param tone of its words; of a share without words, the one of what it passes on, as the cascade told
 * @param publishedTone the tone the cascade has of it; {@code NONE} when it is not in it
 */
public record HandleMessage(CascadePosition position, MessageTone tone, MessageTone publishedTone, ParentLink link) {

    /**
     * Where it stands.
     *
     * @param node key of the message; null when it has no id to be followed by
     * @param parent key of the message it follows; null when it follows none
     * @param rootOnly whether that is the first of the thread, for want of a nearer one
     * @param bare whether it is a share without words
     * @param at epoch milliseconds
     * @param day epoch day it counts on
     */
    public record CascadePosition(@Nullable String node, @Nullable String parent, boolean rootOnly, boolean wordless, long at, int day) {}

    /**
     * A bare share's link to what it passes on.
     *
     * @param made whether the parent knows of it
     * @param round how often it was made: what the parent said in an earlier round is stale
     */
    public record ParentLink(boolean isEstablished, int round) {
        static final ParentLink NONE = new ParentLink(false, 0);
    }

    public static final BinarySerde<HandleMessage> SERDE = new BinarySerde<>(HandleMessage::toBytes, HandleMessage::of);

    private static final int VERSION = 2;

    public static HandleMessage create(CascadePosition place, MessageTone tone) {
        return new HandleMessage(place, tone, MessageTone.NONE, ParentLink.NONE);
    }

    public HandleMessage withTone(MessageTone anew) {
        return new HandleMessage(position, anew, publishedTone, link);
    }

    public HandleMessage told(MessageTone anew) {
        return new HandleMessage(position, tone, anew, link);
    }

    public HandleMessage withLink() {
        return new HandleMessage(position, tone, publishedTone, new ParentLink(true, link.round + 1));
    }

    /** Without a link nobody says what it passes on. */
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
