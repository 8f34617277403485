package io.rapport.scoring.topology.tie;

import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;

/**
 * The tie of two people. It stays without contacts once there are none left, because the sequence never restarts.
 *
 * @param sequence of the latest published state
 * @param contacts from the view of the first person
 */
record PersonTie(long sequence, TieLedger contacts) {

    static final PersonTie EMPTY = new PersonTie(0, TieLedger.EMPTY);
    static final BinarySerde<PersonTie> SERDE = new BinarySerde<>(PersonTie::toBytes, PersonTie::of);

    private static final int VERSION = 1;

    PersonTie next(TieLedger change) {
        return new PersonTie(sequence + 1, contacts.plus(change));
    }

    private byte[] toBytes() {
        return TieSerdes.write(contacts, new BinaryWriter(VERSION).number(sequence))
                .toBytes();
    }

    private static PersonTie of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> new PersonTie(in.int64(), TieSerdes.read(in)));
    }
}
