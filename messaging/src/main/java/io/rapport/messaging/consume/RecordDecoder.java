package io.rapport.messaging.consume;

import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.messaging.json.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Decodes the records of one topic and checks them: the key has the parts the topic is keyed by, the event has all components
 * that are not nullable, and both name the same brand. A record that fails is published to the dead-letter queue and left out.
 *
 * @param <V> the type of the topic's events
 */
public final class RecordDecoder<V> {

    private final Topic topic;
    private final JsonSerde<V> serde;
    private final DeadLetterQueue deadLetters;

    public RecordDecoder(Topic topic, Class<V> type, DeadLetterQueue deadLetters) {
        this.topic = topic;
        this.serde = new JsonSerde<>(type);
        this.deadLetters = deadLetters;
        deadLetters.register(topic.name());
    }

    List<DecodedRecord<V>> decode(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var batch = new ArrayList<DecodedRecord<V>>();
        for (var encoded : records) {
            try {
                batch.add(new DecodedRecord<>(encoded, decode(encoded)));
            } catch (SerializationException e) {
                deadLetters.publish(encoded, String.valueOf(e.getMessage()));
            }
        }
        return batch;
    }

    private ReceivedRecord<V> decode(ConsumerRecord<byte[], byte[]> encoded) {
        if (encoded.key() == null) {
            throw new SerializationException("The record has no key");
        }
        var key = new String(encoded.key(), StandardCharsets.UTF_8);
        var parts = parts(key);
        var value = serde.read(encoded.value());
        if (value != null) {
            EventCheck.requireComplete(value);
            EventCheck.requireSameBrand(value, parts);
        } else if (encoded.value() != null) {
            throw new SerializationException("The record holds the JSON literal null");
        }
        var timestamp = Instant.ofEpochMilli(encoded.timestamp());
        return new ReceivedRecord<>(key, value, timestamp, DeadLetterQueue.origin(encoded));
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
