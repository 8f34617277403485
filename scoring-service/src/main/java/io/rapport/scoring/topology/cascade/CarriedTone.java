package io.rapport.scoring.topology.cascade;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.UUID;

/**
 * The tone of the message that a share without words passes on.
 *
 * @param engagement the share
 * @param round of its link to the message
 * @param tone {@code NONE} when the message has none, or is not there any more
 */
public record CarriedTone(UUID engagement, int round, MessageTone tone) {

    /** Its form between stages. */
    public static final BinarySerde<CarriedTone> SERDE = new BinarySerde<>(CarriedTone::toBytes, CarriedTone::of);

    private static final int VERSION = 2;

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .number(engagement.getMostSignificantBits())
                .number(engagement.getLeastSignificantBits())
                .number(round)
                .constant(tone)
                .toBytes();
    }

    private static CarriedTone of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new CarriedTone(new UUID(in.whole(), in.whole()), in.integer(), in.constant(MessageTone.class)));
    }
}
