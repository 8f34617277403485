package io.rapport.scoring.topology.person.state;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;

/**
 * What is added to a person's holdings. To take something away, add its opposite.
 *
 * @param reason why
 * @param change counts and sums, which may be below 0
 */
public record PersonDelta(ChangeReason reason, LedgerBundle change) {

    /** Its form between stages. */
    public static final BinarySerde<PersonDelta> SERDE = new BinarySerde<>(PersonDelta::toBytes, PersonDelta::of);

    private static final int VERSION = 2;

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .constant(reason)
                .bytes(LedgerBundle.CODEC.encode(change))
                .toBytes();
    }

    private static PersonDelta of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new PersonDelta(in.constant(ChangeReason.class), LedgerBundle.CODEC.decode(in.bytes())));
    }
}
