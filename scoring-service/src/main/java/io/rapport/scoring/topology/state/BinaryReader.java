package io.rapport.scoring.topology.state;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinaryWriter} wrote, in the same order. */
public final class BinaryReader {

    private final ByteBuffer in;
    private final int version;

    private BinaryReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
        version = in.get();
    }

    /**
     * What the bytes hold. Whoever reads asks for the {@link #version} where an older one differs.
     *
     * @throws SerializationException if they are of a version after the newest or cut off
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
            throw new SerializationException("State is cut off after " + bytes.length + " bytes", e);
        }
    }

    /** The version it was written in. */
    public int version() {
        return version;
    }

    /** A byte. */
    public int int8() {
        return in.get();
    }

    /** A byte that is not 0. */
    public boolean bool() {
        return int8() != 0;
    }

    /** A whole number of 32 bits. */
    public int int32() {
        return in.getInt();
    }

    /** A whole number of 64 bits. */
    public long int64() {
        return in.getLong();
    }

    /** A number of 64 bits. */
    public double float64() {
        return in.getDouble();
    }

    /** Bytes behind their length. */
    public byte[] bytes() {
        return bytes(int32());
    }

    /** Text behind its length; null where null was written. */
    @Nullable
    public String text() {
        var length = int32();
        return length < 0 ? null : new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** A constant of a contract; null where null was written. */
    public <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type) {
        // Every form's first version had them by name.
        return version == 1 ? EnumCodes.byName(type, text()) : EnumCodes.byCode(type, int8());
    }

    /**
     * A constant of a contract.
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
