package io.rapport.scoring.topology.state;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Does not read again what it has just written or read: stores in memory, and caches before stores, give back the very bytes
 * that were put. Values go by the identity of their bytes, so that none can be out of date. It may be shared by threads,
 * for each place holds a whole pair or an older one.
 */
final class RememberingSerde<T> implements Serde<T> {

    private static final int PLACES = 1 << 10;

    private final Serializer<T> writing;
    private final Deserializer<T> reading;
    private final @Nullable Pair<T>[] known;

    @SuppressWarnings({"unchecked", "rawtypes"})
    RememberingSerde(Serde<T> of) {
        this.writing = of.serializer();
        this.reading = of.deserializer();
        this.known = new Pair[PLACES];
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by identity
    private record Pair<T>(byte[] bytes, T value) {}

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> remembered(writing.serialize(topic, value), value);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> {
            var pair = bytes == null ? null : known[place(bytes)];
            if (pair != null && pair.bytes == bytes) {
                return pair.value;
            }
            var value = reading.deserialize(topic, bytes);
            remembered(bytes, value);
            return value;
        };
    }

    private byte[] remembered(byte[] bytes, T value) {
        if (bytes != null) {
            known[place(bytes)] = new Pair<>(bytes, value);
        }
        return bytes;
    }

    private static int place(byte[] bytes) {
        return System.identityHashCode(bytes) & (PLACES - 1);
    }
}
