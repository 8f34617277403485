package io.rapport.identity.mongo;

import io.rapport.messaging.json.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.bson.Document;

/**
 * States as they are published, stored in a field of a document. A state is kept as JSON, not as BSON fields: it then reads
 * back equal to the published one, to the nanosecond of its times, which the compare-and-set of batches and the rebuilding
 * of a store compare. Everything that is queried is a field of its own.
 */
final class StateJson {

    private StateJson() {}

    static <T> String write(JsonSerde<T> serde, T value) {
        return new String(Objects.requireNonNull(serde.write(value)), StandardCharsets.UTF_8);
    }

    static <T> T read(JsonSerde<T> serde, Document document, String field) {
        return Objects.requireNonNull(serde.read(document.getString(field).getBytes(StandardCharsets.UTF_8)));
    }
}
