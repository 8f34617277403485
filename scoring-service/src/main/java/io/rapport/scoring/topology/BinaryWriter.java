package io.rapport.scoring.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the form that stores and internal topics keep: a version, then fields in order. */
final class BinaryWriter {

    private ByteBuffer out = ByteBuffer.allocate(256);

    BinaryWriter(int version) {
        flag(version);
    }

    BinaryWriter flag(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    BinaryWriter flag(boolean value) {
        return flag(value ? 1 : 0);
    }

    BinaryWriter number(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    BinaryWriter number(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    BinaryWriter number(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    BinaryWriter bytes(byte[] value) {
        number(value.length);
        room(value.length).put(value);
        return this;
    }

    BinaryWriter text(@Nullable String value) {
        return value == null ? number(-1) : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A constant by its {@link Constants code}. */
    BinaryWriter constant(@Nullable Enum<?> value) {
        return flag(Constants.code(value));
    }

    byte[] toBytes() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private ByteBuffer room(int more) {
        if (out.remaining() < more) {
            out = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + more))
                    .put(out.flip());
        }
        return out;
    }
}
