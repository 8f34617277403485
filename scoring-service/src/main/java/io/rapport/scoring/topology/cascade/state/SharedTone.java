package io.rapport.scoring.topology.cascade.state;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.UUID;

/**
 * The tone of a shared message, for the share without words that passes it on.
 *
 * @param engagement the share
 * @param round of its link to the message
 * @param tone {@code NONE} when the message has none or was removed
 */
public record SharedTone(UUID engagement, int round, MessageTone tone) {

    /** The form in the repartition topic. */
    public static final BinarySerde<SharedTone> SERDE = new BinarySerde<>(SharedTone::toBytes, SharedTone::of);

    private static final int VERSION = 2;

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .number(engagement.getMostSignificantBits())
                .number(engagement.getLeastSignificantBits())
                .number(round)
                .constant(tone)
                .toBytes();
    }

    private static SharedTone of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new SharedTone(new UUID(in.int64(), in.int64()), in.int32(), in.constant(MessageTone.class)));
    }
}
