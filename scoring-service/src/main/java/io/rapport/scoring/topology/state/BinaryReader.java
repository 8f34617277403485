package io.rapport.scoring.topology.state;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads fields in the order in which {@link BinaryWriter} wrote them. */
public final class BinaryReader {

    private final ByteBuffer in;
    private final int version;

    private BinaryReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
        version = in.get();
    }

    /**
     * Reads a value; readers of a changed form ask for the {@link #version} that was written.
     *
     * @throws SerializationException if the version is unknown or the bytes are truncated
     */
    public static <T> T read(byte[] bytes, int newest, Function<BinaryReader, T> fields) {
        try {
            var reader = new BinaryReader(bytes);
            if (reader.version < 1 || reader.version > newest) {
                throw new SerializationException(
                        "State of version " + reader.version + "; this code reads versions up to " + newest);
            }
            return fields.apply(reader);
        } catch (BufferUnderflowException e) {
            throw new SerializationException("State is truncated after " + bytes.length + " bytes", e);
        }
    }

    /** Returns the version that was written. */
    public int version() {
        return version;
    }

    /** Reads a byte. */
    public int int8() {
        return in.get();
    }

    /** Reads a byte; true unless it is 0. */
    public boolean bool() {
        return int8() != 0;
    }

    /** Reads a 32-bit integer. */
    public int int32() {
        return in.getInt();
    }

    /** Reads a 64-bit integer. */
    public long int64() {
        return in.getLong();
    }

    /** Reads a 64-bit floating-point number. */
    public double float64() {
        return in.getDouble();
    }

    /** Reads length-prefixed bytes. */
    public byte[] bytes() {
        return bytes(int32());
    }

    /** Reads length-prefixed text; null where null was written. */
    @Nullable
    public String text() {
        var length = int32();
        return length < 0 ? null : new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** Reads an enum constant of a contract; null where null was written. */
    public <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type) {
        // Version 1 of every form has constants by name.
        return version == 1 ? EnumCodes.byName(type, text()) : EnumCodes.byCode(type, int8());
    }

    /**
     * Reads an enum constant of a contract.
     *
     * @throws SerializationException if null was written
     */
    public <E extends Enum<E>> E constant(Class<E> type) {
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
