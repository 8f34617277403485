package io.rapport.report.store.bson;

import io.rapport.messaging.JsonSerde;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bson.types.Binary;

/**
 * An event kept whole in one field, as deflated JSON: a third of the size, and one object in the embedded store's memory
 * where a document tree of contributions would be a hundred.
 */
public final class CompressedEventCodec<T> {

    private final JsonSerde<T> serde;

    public CompressedEventCodec(Class<T> type) {
        this.serde = new JsonSerde<>(type);
    }

    public Binary encode(T event) {
        var json = serde.write(event);
        if (json == null) {
            throw new IllegalArgumentException("There is no event to keep");
        }
        return new Binary(deflate(json));
    }

    public T decode(Binary packed) {
        var event = serde.read(inflate(packed.getData()));
        if (event == null) {
            throw new IllegalStateException("A document holds no event");
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
