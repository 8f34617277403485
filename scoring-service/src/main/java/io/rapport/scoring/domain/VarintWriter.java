package io.rapport.scoring.domain;

import java.util.Arrays;

/** Writes whole numbers in as few bytes as they need, seven bits in each. */
final class VarintWriter {

    private static final int LONGEST = 10;

    private byte[] bytes = new byte[64];
    private int size;

    void writeByte(byte value) {
        ensureRoom();
        bytes[size++] = value;
    }

    void writeSigned(long value) {
        writeUnsigned(value << 1 ^ value >> 63);
    }

    void writeUnsigned(long value) {
        ensureRoom();
        while ((value & ~0x7FL) != 0) {
            bytes[size++] = (byte) (value | 0x80);
            value >>>= 7;
        }
        bytes[size++] = (byte) value;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensureRoom() {
        if (bytes.length - size < LONGEST) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }
}
