package io.rapport.scoring.topology.cascade.state;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A change of one message of a cascade. */
public sealed interface CascadeChange {

    /**
     * The message itself was added, changed its tone or was removed.
     *
     * @param engagement that contains the message
     * @param at epoch milliseconds of the message
     * @param day epoch day it counts on
     * @param rootOnly whether only the first message of its thread is known, not its parent
     * @param tone {@code NONE} removes it
     */
    record ParentChange(UUID engagement, long at, int day, boolean rootOnly, MessageTone tone)
            implements CascadeChange {}

    /**
     * A child of the message was added, changed its tone or was removed.
     *
     * @param engagement the child
     * @param at epoch milliseconds of the child
     * @param from its previous kind; null when it is added
     * @param to its new kind; null when it is removed
     * @param sender of a share without words, which receives the tone of the message
     */
    record ChildChange(
            UUID engagement,
            long at,
            @Nullable CascadeChildKind from,
            @Nullable CascadeChildKind to,
            @Nullable Sender sender)
            implements CascadeChange {

        /**
         * The receiver of the tone.
         *
         * @param handle key of the handle
         * @param round to be sent back
         */
        public record Sender(String handle, int round) {}
    }

    int VERSION = 2;

    BinarySerde<CascadeChange> SERDE = new BinarySerde<>(CascadeChange::toBytes, CascadeChange::of);

    private static byte[] toBytes(CascadeChange change) {
        var out = new BinaryWriter(VERSION).flag(change instanceof ParentChange);
        if (change instanceof ParentChange parent) {
            return id(parent.engagement, out)
                    .number(parent.at)
                    .number(parent.day)
                    .flag(parent.rootOnly)
                    .constant(parent.tone)
                    .toBytes();
        }
        if (change instanceof ChildChange child) {
            var sender = child.sender;
            return id(child.engagement, out)
                    .number(child.at)
                    .constant(child.from)
                    .constant(child.to)
                    .text(sender == null ? null : sender.handle)
                    .number(sender == null ? 0 : sender.round)
                    .toBytes();
        }
        throw new SerializationException("Unknown cascade change: " + change.getClass());
    }

    private static CascadeChange of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> in.bool() ? parent(in) : child(in));
    }

    private static ParentChange parent(BinaryReader in) {
        return new ParentChange(
                new UUID(in.int64(), in.int64()), in.int64(), in.int32(), in.bool(), in.constant(MessageTone.class));
    }

    private static ChildChange child(BinaryReader in) {
        var engagement = new UUID(in.int64(), in.int64());
        var at = in.int64();
        var from = in.constantOrNull(CascadeChildKind.class);
        var to = in.constantOrNull(CascadeChildKind.class);
        var handle = in.text();
        var round = in.int32();
        return new ChildChange(engagement, at, from, to, handle == null ? null : new ChildChange.Sender(handle, round));
    }

    private static BinaryWriter id(UUID id, BinaryWriter out) {
        return out.number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
    }
}
