package io.rapport.scoring.domain.binary;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Codec of a stored type: one version byte, then the body. Equal values have equal bytes. A body can also be embedded in
 * another value's body, without its version.
 *
 * @param <T> an immutable type
 */
public final class BinaryCodec<T> {

    private final String typeName;
    private final byte version;
    private final BiConsumer<T, VarintWriter> bodyWriter;
    private final Function<VarintReader, T> bodyReader;
    private final Map<Byte, Function<VarintReader, T>> olderReaders = new HashMap<>();

    /**
     * Creates a codec.
     *
     * @param typeName name of the type in error messages
     * @param version version that is written
     */
    public BinaryCodec(
            String typeName,
            int version,
            BiConsumer<T, VarintWriter> bodyWriter,
            Function<VarintReader, T> bodyReader) {
        this.typeName = typeName;
        this.version = (byte) version;
        this.bodyWriter = bodyWriter;
        this.bodyReader = bodyReader;
    }

    /** Adds a reader for the body of an older version, which is read but no longer written. */
    public BinaryCodec<T> reading(int olderVersion, Function<VarintReader, T> olderReader) {
        olderReaders.put((byte) olderVersion, olderReader);
        return this;
    }

    /** Encodes a value with its version. */
    public byte[] encode(T value) {
        var out = new VarintWriter();
        out.writeByte(version);
        bodyWriter.accept(value, out);
        return out.toBytes();
    }

    /**
     * Decodes a value with its version.
     *
     * @throws IllegalArgumentException if the version is unknown, or the bytes are corrupt
     */
    public T decode(byte[] bytes) {
        var in = new VarintReader(typeName, bytes);
        var value = readerOf(in.readByte()).apply(in);
        in.expectEnd();
        return value;
    }

    /** Writes the body of a value, without a version, as a part of another value. */
    public void write(T value, VarintWriter out) {
        bodyWriter.accept(value, out);
    }

    /** Reads a body that {@link #write} wrote. */
    public T read(VarintReader in) {
        return bodyReader.apply(in);
    }

    private Function<VarintReader, T> readerOf(byte found) {
        if (found == version) {
            return bodyReader;
        }
        var reader = olderReaders.get(found);
        if (reader == null) {
            throw new IllegalArgumentException(
                    "This " + typeName + " has version " + found + "; this code reads version " + version);
        }
        return reader;
    }
}
