package io.rapport.scoring.topology.tie;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * The person of a handle, sent to a handle that it is tied to, which is the key.
 *
 * @param handle key of the handle that the message is about
 * @param person person of that handle; null for none
 * @param erased whether the handle was erased
 */
record TiePeer(String handle, @Nullable String person, boolean erased) {

    static final BinarySerde<TiePeer> SERDE = new BinarySerde<>(TiePeer::toBytes, TiePeer::of);

    private static final int VERSION = 1;

    private byte[] toBytes() {
        return new BinaryWriter(VERSION).text(handle).text(person).flag(erased).toBytes();
    }

    private static TiePeer of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> new TiePeer(String.valueOf(in.text()), in.text(), in.bool()));
    }
}
