package io.rapport.scoring.domain.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes variable-length integers (seven bits in each byte, least significant first) into a growing buffer. */
public final class VarintWriter {

    private static final int MAX_VARINT_BYTES = 10;

    private byte[] bytes = new byte[64];
    private int size;

    /** Writes a signed number in zigzag encoding: small magnitudes take few bytes. */
    public void writeSigned(long value) {
        writeUnsigned(value << 1 ^ value >> 63);
    }

    /** Writes an unsigned number: small values take few bytes. */
    public void writeUnsigned(long value) {
        ensureCapacity(MAX_VARINT_BYTES);
        while ((value & ~0x7FL) != 0) {
            bytes[size++] = (byte) (value | 0x80);
            value >>>= 7;
        }
        bytes[size++] = (byte) value;
    }

    /** Writes UTF-8 text with a length prefix. */
    public void writeText(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        writeUnsigned(utf8.length);
        ensureCapacity(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** Returns a copy of the bytes written so far. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void writeByte(byte value) {
        ensureCapacity(1);
        bytes[size++] = value;
    }

    private void ensureCapacity(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
