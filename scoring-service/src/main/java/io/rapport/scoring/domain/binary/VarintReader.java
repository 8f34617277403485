package io.rapport.scoring.domain.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the format of {@link VarintWriter}; throws {@link IllegalArgumentException} on corrupt input. */
public final class VarintReader {

    private final String typeName;
    private final byte[] bytes;
    private int position;

    /**
     * Creates a reader at the first byte.
     *
     * @param typeName name of the encoded type in error messages
     */
    public VarintReader(String typeName, byte[] bytes) {
        this.typeName = typeName;
        this.bytes = bytes;
    }

    /** Reads the number of elements that follow, each of at least two bytes. */
    public int readSize() {
        var size = readUnsigned();
        if (size < 0 || size > (bytes.length - position) / 2) {
            throw corrupt("truncated");
        }
        return (int) size;
    }

    /** Reads a signed number (zigzag encoding). */
    public long readSigned() {
        var raw = readUnsigned();
        return raw >>> 1 ^ -(raw & 1);
    }

    /** Reads an unsigned number. */
    public long readUnsigned() {
        var first = readByte();
        return first >= 0 ? first : readMore(first & 0x7F);
    }

    /** Reads a number of several bytes after the first one; nearly all numbers have one. */
    private long readMore(long first) {
        var value = first;
        for (int shift = 7; shift < Long.SIZE; shift += 7) {
            var part = readByte();
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw corrupt("a number has more than 64 bits");
    }

    /** Reads UTF-8 text with a length prefix. */
    public String readText() {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    byte readByte() {
        if (position == bytes.length) {
            throw corrupt("truncated");
        }
        return bytes[position++];
    }

    void expectEnd() {
        if (position != bytes.length) {
            throw corrupt((bytes.length - position) + " bytes after the end");
        }
    }

    private byte[] readBytes() {
        var length = readUnsigned();
        if (length < 0 || length > bytes.length - position) {
            throw corrupt("truncated");
        }
        position += (int) length;
        return Arrays.copyOfRange(bytes, position - (int) length, position);
    }

    /** Describes why the bytes cannot be decoded. */
    public IllegalArgumentException corrupt(String reason) {
        return new IllegalArgumentException("Corrupt " + typeName + " of " + bytes.length + " bytes: " + reason);
    }
}
