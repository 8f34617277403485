package io.rapport.report.store.bson;

import io.rapport.messaging.json.JsonSerde;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bson.types.Binary;

/**
 * Stores a whole event in one binary field, as deflated JSON. Events that are only ever read as a whole are stored so: they
 * take about a third of the space, and one object in the embedded store's memory instead of a tree of documents.
 */
public final class CompressedEventCodec<T> {

    private final JsonSerde<T> serde;

    /** A codec for events of a type. */
    public CompressedEventCodec(Class<T> type) {
        this.serde = new JsonSerde<>(type);
    }

    /** Compresses an event. */
    public Binary encode(T event) {
        var json = serde.write(event);
        if (json == null) {
            throw new IllegalArgumentException("There is no event to store");
        }
        return new Binary(deflate(json));
    }

    /** Restores an event. */
    public T decode(Binary compressed) {
        var event = serde.read(inflate(compressed.getData()));
        if (event == null) {
            throw new IllegalStateException("The document holds no event");
        }
        return event;
    }

    private static byte[] deflate(byte[] json) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var bytes = new ByteArrayOutputStream(json.length / 2);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] inflate(byte[] deflated) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
