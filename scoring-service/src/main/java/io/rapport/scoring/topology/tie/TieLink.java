package io.rapport.scoring.topology.tie;

import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;

/**
 * Contacts of a handle with another one; both get one. The key is the handle.
 *
 * @param other key of the other handle
 * @param contacts from the view of the handle; negative to take some back
 */
record TieLink(String other, TieLedger contacts) {

    static final BinarySerde<TieLink> SERDE = new BinarySerde<>(TieLink::toBytes, TieLink::of);

    private static final int VERSION = 1;

    private byte[] toBytes() {
        return TieSerdes.write(contacts, new BinaryWriter(VERSION).text(other)).toBytes();
    }

    private static TieLink of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> new TieLink(String.valueOf(in.text()), TieSerdes.read(in)));
    }
}
