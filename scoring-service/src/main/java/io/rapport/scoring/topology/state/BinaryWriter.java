package io.rapport.scoring.topology.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the binary form of state stores and internal topics: a version byte, then fields in order. */
public final class BinaryWriter {

    private ByteBuffer out = ByteBuffer.allocate(256);

    /** Starts a form of a version from 1 to 127. */
    public BinaryWriter(int version) {
        flag(version);
    }

    /** Writes the lowest byte. */
    public BinaryWriter flag(int value) {
        ensureCapacity(Byte.BYTES).put((byte) value);
        return this;
    }

    /** Writes a byte: 1 for true, 0 for false. */
    public BinaryWriter flag(boolean value) {
        return flag(value ? 1 : 0);
    }

    /** Writes four bytes. */
    public BinaryWriter number(int value) {
        ensureCapacity(Integer.BYTES).putInt(value);
        return this;
    }

    /** Writes eight bytes. */
    public BinaryWriter number(long value) {
        ensureCapacity(Long.BYTES).putLong(value);
        return this;
    }

    /** Writes eight bytes. */
    public BinaryWriter number(double value) {
        ensureCapacity(Double.BYTES).putDouble(value);
        return this;
    }

    /** Writes length-prefixed bytes. */
    public BinaryWriter bytes(byte[] value) {
        number(value.length);
        ensureCapacity(value.length).put(value);
        return this;
    }

    /** Writes length-prefixed UTF-8; null differs from empty text. */
    public BinaryWriter text(@Nullable String value) {
        return value == null ? number(-1) : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a constant by its {@link EnumCodes code}. */
    public BinaryWriter constant(@Nullable Enum<?> value) {
        return flag(EnumCodes.codeOf(value));
    }

    /** Returns all that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private ByteBuffer ensureCapacity(int more) {
        if (out.remaining() < more) {
            out = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + more))
                    .put(out.flip());
        }
        return out;
    }
}
