package io.rapport.scoring.domain.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link VarintWriter} wrote, and says what is wrong when it did not. */
public final class VarintReader {

    private final String what;
    private final byte[] bytes;
    private int next;

    /** Reads these bytes; {@code what} they are is said when they are not. */
    public VarintReader(String what, byte[] bytes) {
        this.what = what;
        this.bytes = bytes;
    }

    /** Refuses any other version. */
    public void expectVersion(byte version) {
        var found = readByte();
        if (found != version) {
            throw new IllegalArgumentException(
                    "This " + what + " is of version " + found + "; this code reads version " + version);
        }
    }

    /** Refuses bytes that are left over. */
    public void expectEnd() {
        if (next != bytes.length) {
            throw corrupt((bytes.length - next) + " bytes follow its end");
        }
    }

    /** A number of things that take at least two bytes each. */
    public int readSize() {
        var size = readUnsigned();
        if (size < 0 || size > (bytes.length - next) / 2) {
            throw corrupt("it is cut off");
        }
        return (int) size;
    }

    /** A number of either sign. */
    public long readSigned() {
        var raw = readUnsigned();
        return raw >>> 1 ^ -(raw & 1);
    }

    /** A number from 0 on. */
    public long readUnsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            var part = readByte();
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw corrupt("a number in it does not end");
    }

    /** Text behind its length. */
    public String readText() {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    byte[] readBytes() {
        var length = readUnsigned();
        if (length < 0 || length > bytes.length - next) {
            throw corrupt("it is cut off");
        }
        next += (int) length;
        return Arrays.copyOfRange(bytes, next - (int) length, next);
    }

    private byte readByte() {
        if (next == bytes.length) {
            throw corrupt("it is cut off");
        }
        return bytes[next++];
    }

    private IllegalArgumentException corrupt(String why) {
        return new IllegalArgumentException("These " + bytes.length + " bytes are no " + what + ": " + why);
    }
}
