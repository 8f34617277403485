package io.rapport.report.store.bson;

import io.rapport.messaging.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.InflaterInputStream;
import org.bson.types.Binary;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Stores a whole event in one binary field, as CBOR. Events that are only ever read as a whole are stored so: they take half to
 * three quarters of the space of JSON, and one object in the embedded store's memory instead of a tree of documents.
 */
public final class StoredEventCodec<T> {

    /** The first byte of the deflated JSON that earlier builds stored; CBOR begins with the tag of its table of strings. */
    private static final byte DEFLATED = 0x78;

    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final ObjectReader jsonReader;

    /** A codec for events of a type. */
    public StoredEventCodec(Class<T> type) {
        this.writer = Json.binaryMapper().writerFor(type);
        this.reader = Json.binaryMapper().readerFor(type);
        this.jsonReader = Json.mapper().readerFor(type);
    }

    /** The stored form of an event. */
    public Binary encode(T event) {
        return new Binary(writer.writeValueAsBytes(event));
    }

    /** Restores an event. */
    public T decode(Binary stored) {
        var bytes = stored.getData();
        return bytes[0] == DEFLATED ? jsonReader.readValue(inflate(bytes)) : reader.readValue(bytes);
    }

    private static byte[] inflate(byte[] deflated) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
