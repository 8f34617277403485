package io.rapport.messaging.json;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Serializes one event type as JSON with {@link Json}, without type headers, so that no Java class name is published.
 * Null stays null: a tombstone.
 *
 * @param <T> the event
 */
public final class JsonSerde<T> implements Serde<T> {

    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final String name;

    /** A serde for the given event record. */
    public JsonSerde(Class<T> type) {
        this.writer = Json.mapper().writerFor(type);
        this.reader = Json.mapper().readerFor(type);
        this.name = type.getSimpleName();
    }

    /** The event as UTF-8 JSON. */
    public byte @Nullable [] write(@Nullable T event) {
        return event == null ? null : writer.writeValueAsBytes(event);
    }

    /**
     * The event in the given bytes; null without bytes. The JSON literal null is not valid: it would be taken for a tombstone.
     *
     * @throws SerializationException if they are not valid; the message names the location, never the content
     */
    public @Nullable T read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            T event = reader.readValue(bytes);
            if (event == null) {
                throw new SerializationException("The record holds the JSON literal null");
            }
            return event;
        } catch (JacksonException e) {
            throw new SerializationException("Not a " + name + ": " + e.getOriginalMessage() + at(e), e);
        }
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, event) -> write(event);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private static String at(JacksonException e) {
        var location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
