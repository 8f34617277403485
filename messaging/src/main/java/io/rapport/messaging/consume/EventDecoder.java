package io.rapport.messaging.consume;

import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.messaging.json.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes keys and values of one topic and checks them: the key has the parts the topic is keyed by, the event has all components
 * that are not nullable, and both name the same brand.
 *
 * @param <V> the type of the topic's events
 */
public final class EventDecoder<V> {

    private final Topic topic;
    private final JsonSerde<V> serde;

    public EventDecoder(Topic topic, Class<V> type) {
        this.topic = topic;
        this.serde = new JsonSerde<>(type);
    }

    /**
     * The key in the given bytes.
     *
     * @throws SerializationException if there is none
     */
    public String key(byte @Nullable [] key) {
        if (key == null) {
            throw new SerializationException("The record has no key");
        }
        return new String(key, StandardCharsets.UTF_8);
    }

    /**
     * The event in the given bytes; null for a tombstone.
     *
     * @param key the key of the record
     * @throws SerializationException if the key or the event is not valid; the message does not contain the content
     */
    public @Nullable V value(String key, byte @Nullable [] bytes) {
        var parts = parts(key);
        var value = serde.read(bytes);
        if (value != null) {
            EventCheck.requireComplete(value);
            EventCheck.requireSameBrand(value, parts);
        }
        return value;
    }

    private List<String> parts(String key) {
        List<String> parts;
        try {
            parts = TopicKeys.split(key);
        } catch (IllegalArgumentException e) {
            throw new SerializationException("The key is not percent-encoded correctly", e);
        }
        if (parts.size() != topic.keyedBy().parts()) {
            throw new SerializationException("The key has " + parts.size() + " parts instead of "
                    + topic.keyedBy().parts());
        }
        return parts;
    }
}
