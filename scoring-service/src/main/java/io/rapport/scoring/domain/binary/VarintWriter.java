package io.rapport.scoring.domain.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes whole numbers in as few bytes as they need, seven bits in each. */
public final class VarintWriter {

    private static final int LONGEST = 10;

    private byte[] bytes = new byte[64];
    private int size;

    /** One byte as it is. */
    public void writeByte(byte value) {
        ensureRoom();
        bytes[size++] = value;
    }

    /** A number of either sign: the nearer to 0, the fewer bytes. */
    public void writeSigned(long value) {
        writeUnsigned(value << 1 ^ value >> 63);
    }

    /** A number from 0 on: the less, the fewer bytes. */
    public void writeUnsigned(long value) {
        ensureRoom();
        while ((value & ~0x7FL) != 0) {
            bytes[size++] = (byte) (value | 0x80);
            value >>>= 7;
        }
        bytes[size++] = (byte) value;
    }

    /** UTF-8 behind its length. */
    public void writeText(String value) {
        writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes after their number. */
    void writeBytes(byte[] value) {
        writeUnsigned(value.length);
        if (bytes.length - size < value.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + value.length));
        }
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** All that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensureRoom() {
        if (bytes.length - size < LONGEST) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }
}
