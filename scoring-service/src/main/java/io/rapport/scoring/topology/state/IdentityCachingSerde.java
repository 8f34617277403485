package io.rapport.scoring.topology.state;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Caches deserialized values by the identity of their bytes: in-memory stores and record caches return the same array that was put,
 * so a cached value is never stale. Threads may share it, because each slot holds a complete pair.
 */
final class IdentityCachingSerde<T> implements Serde<T> {

    private static final int SLOTS = 1 << 10;

    private final Serializer<T> writing;
    private final Deserializer<T> reading;
    private final @Nullable CacheEntry<T>[] cache;

    @SuppressWarnings({"unchecked", "rawtypes"})
    IdentityCachingSerde(Serde<T> of) {
        this.writing = of.serializer();
        this.reading = of.deserializer();
        this.cache = new CacheEntry[SLOTS];
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by identity
    private record CacheEntry<T>(byte[] bytes, T value) {}

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> cache(writing.serialize(topic, value), value);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> {
            var pair = bytes == null ? null : cache[slot(bytes)];
            if (pair != null && pair.bytes == bytes) {
                return pair.value;
            }
            var value = reading.deserialize(topic, bytes);
            cache(bytes, value);
            return value;
        };
    }

    private byte[] cache(byte[] bytes, T value) {
        if (bytes != null) {
            cache[slot(bytes)] = new CacheEntry<>(bytes, value);
        }
        return bytes;
    }

    private static int slot(byte[] bytes) {
        return System.identityHashCode(bytes) & (SLOTS - 1);
    }
}
