package io.rapport.scoring.topology;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.Holdings;
import io.rapport.scoring.domain.HoldingsCodec;

/**
 * What is added to a person's holdings. To take something away, add its opposite.
 *
 * @param reason why
 * @param change counts and sums, which may be below 0
 */
record PersonDelta(ChangeReason reason, Holdings change) {

    static final BinarySerde<PersonDelta> SERDE = new BinarySerde<>(PersonDelta::toBytes, PersonDelta::of);

    private static final int VERSION = 2;

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .constant(reason)
                .bytes(HoldingsCodec.encode(change))
                .toBytes();
    }

    private static PersonDelta of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new PersonDelta(in.constant(ChangeReason.class), HoldingsCodec.decode(in.bytes())));
    }
}
