package io.rapport.messaging.consume;

import io.rapport.contracts.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Decodes the records of one topic with {@link EventDecoder}. A record that fails is published to the dead-letter queue and left
 * out.
 *
 * @param <V> the type of the topic's events
 */
public final class RecordDecoder<V> {

    private final EventDecoder<V> events;
    private final DeadLetterQueue deadLetters;

    public RecordDecoder(Topic topic, Class<V> type, DeadLetterQueue deadLetters) {
        this.events = new EventDecoder<>(topic, type);
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
        var key = events.key(encoded.key());
        var value = events.value(key, encoded.value());
        var timestamp = Instant.ofEpochMilli(encoded.timestamp());
        return new ReceivedRecord<>(key, value, timestamp, DeadLetterQueue.origin(encoded));
    }
}
