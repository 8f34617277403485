package io.rapport.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Decodes the records of one topic. A record that cannot be decoded is published to the dead-letter queue and left out.
 *
 * @param <V> the type of the topic's events
 */
final class RecordDecoder<V> {

    private final JsonSerde<V> serde;
    private final DeadLetterQueue deadLetters;

    RecordDecoder(Class<V> type, DeadLetterQueue deadLetters) {
        this.serde = new JsonSerde<>(type);
        this.deadLetters = deadLetters;
    }

    List<ReceivedRecord<V>> decode(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var batch = new ArrayList<ReceivedRecord<V>>();
        for (var encoded : records) {
            try {
                batch.add(decode(encoded));
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
        return new ReceivedRecord<>(
                new String(encoded.key(), StandardCharsets.UTF_8),
                serde.read(encoded.value()),
                Instant.ofEpochMilli(encoded.timestamp()),
                DeadLetterQueue.origin(encoded));
    }
}
