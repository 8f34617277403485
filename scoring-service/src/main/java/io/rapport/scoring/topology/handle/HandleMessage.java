package io.rapport.scoring.topology.handle;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * A message of a handle, where it stands in its cascade, and what the cascade was told of it.
 *
 * @param tone of its words; of a share without words, the one of what it passes on, as the cascade told
 * @param told the tone the cascade has of it; {@code NONE} when it is not in it
 */
record HandleMessage(Place place, MessageTone tone, MessageTone told, Link link) {

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
    record Place(@Nullable String node, @Nullable String parent, boolean rootOnly, boolean bare, long at, int day) {}

    /**
     * A bare share's link to what it passes on.
     *
     * @param made whether the parent knows of it
     * @param round how often it was made: what the parent said in an earlier round is stale
     */
    record Link(boolean made, int round) {
        static final Link NONE = new Link(false, 0);
    }

    static final BinarySerde<HandleMessage> SERDE = new BinarySerde<>(HandleMessage::toBytes, HandleMessage::of);

    private static final int VERSION = 2;

    static HandleMessage at(Place place, MessageTone tone) {
        return new HandleMessage(place, tone, MessageTone.NONE, Link.NONE);
    }

    HandleMessage judged(MessageTone anew) {
        return new HandleMessage(place, anew, told, link);
    }

    HandleMessage told(MessageTone anew) {
        return new HandleMessage(place, tone, anew, link);
    }

    HandleMessage linked() {
        return new HandleMessage(place, tone, told, new Link(true, link.round + 1));
    }

    /** Without a link nobody says what it passes on. */
    HandleMessage unlinked() {
        return new HandleMessage(place, MessageTone.NONE, told, new Link(false, link.round));
    }

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .text(place.node)
                .text(place.parent)
                .flag(place.rootOnly)
                .flag(place.bare)
                .number(place.at)
                .number(place.day)
                .constant(tone)
                .constant(told)
                .flag(link.made)
                .number(link.round)
                .toBytes();
    }

    private static HandleMessage of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new HandleMessage(
                        new Place(in.text(), in.text(), in.isSet(), in.isSet(), in.whole(), in.integer()),
                        in.constant(MessageTone.class),
                        in.constant(MessageTone.class),
                        new Link(in.isSet(), in.integer())));
    }
}
