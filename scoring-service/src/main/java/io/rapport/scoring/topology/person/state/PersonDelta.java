package io.rapport.scoring.topology.person.state;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;

/**
 * A change of the ledgers of a person; negative counts and sums subtract.
 *
 * @param reason why
 * @param change counts and sums
 */
public record PersonDelta(ChangeReason reason, LedgerBundle change) {

    /** The form in the repartition topic. */
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
