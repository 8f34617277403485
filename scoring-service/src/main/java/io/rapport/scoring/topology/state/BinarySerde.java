package io.rapport.scoring.topology.state;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A serde of two functions; null stays null. */
public record BinarySerde<T>(Function<T, byte[]> write, Function<byte[], T> read) implements Serde<T> {

    /**
     * Returns a serde for a small in-memory store of immutable values that are read more often than written: it deserializes each
     * value once.
     */
    public Serde<T> cached() {
        return new IdentityCachingSerde<>(this);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : write.apply(value);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read.apply(bytes);
    }
}
