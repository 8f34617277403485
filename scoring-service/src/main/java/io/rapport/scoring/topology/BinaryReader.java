package io.rapport.scoring.topology;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinaryWriter} wrote, in the same order. */
final class BinaryReader {

    private final ByteBuffer in;

    private BinaryReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /**
     * What the bytes hold.
     *
     * @throws SerializationException if they are of another version or cut off
     */
    static <T> T read(byte[] bytes, int version, Function<BinaryReader, T> fields) {
        var reader = new BinaryReader(bytes);
        try {
            var found = reader.in.get();
            if (found != version) {
                throw new SerializationException("State of version " + found + "; this code reads version " + version);
            }
            return fields.apply(reader);
        } catch (BufferUnderflowException e) {
            throw new SerializationException("State is cut off after " + bytes.length + " bytes", e);
        }
    }

    int flag() {
        return in.get();
    }

    boolean isSet() {
        return flag() != 0;
    }

    int integer() {
        return in.getInt();
    }

    long whole() {
        return in.getLong();
    }

    double real() {
        return in.getDouble();
    }

    byte[] bytes() {
        return bytes(integer());
    }

    @Nullable
    String text() {
        var length = integer();
        return length < 0 ? null : new String(bytes(length), StandardCharsets.UTF_8);
    }

    <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type) {
        var name = text();
        return name == null ? null : Enum.valueOf(type, name);
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        var constant = constantOrNull(type);
        if (constant == null) {
            throw new SerializationException("State lacks a " + type.getSimpleName());
        }
        return constant;
    }

    private byte[] bytes(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
