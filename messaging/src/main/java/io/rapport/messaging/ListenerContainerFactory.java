package io.rapport.messaging;

import io.rapport.contracts.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Makes containers that read a topic in batches: committed records only, from the beginning for a new group, what cannot
 * be read set aside, what could not be taken in tried again until it can. Offsets are committed after each batch.
 */
public final class ListenerContainerFactory {

    private static final int MAX_BATCH = 1000;

    private final Map<String, Object> settings;
    private final DeadLetterQueue deadLetters;

    /** Reads with the given client settings. */
    public ListenerContainerFactory(Map<String, Object> settings, DeadLetterQueue deadLetters) {
        this.settings = settings;
        this.deadLetters = deadLetters;
    }

    /**
     * A container that is not started yet.
     *
     * @param group the consumer group. A store that can be lost puts its generation into it: a new store is then a new
     *     group, which reads from the beginning
     * @param topic what to read
     * @param type the event's record
     * @param handler what to do with it
     */
    public <V> ConcurrentMessageListenerContainer<byte[], byte[]> container(
            String group, Topic topic, Class<V> type, BatchHandler<V> handler) {
        var properties = new ContainerProperties(topic.name());
        properties.setGroupId(group);
        properties.setAckMode(AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        properties.setMessageListener(listener(new JsonSerde<>(type), handler));
        var container = new ConcurrentMessageListenerContainer<>(consumers(), properties);
        container.setBeanName(topic.name());
        container.setCommonErrorHandler(tryAgainUntilItWorks());
        return container;
    }

    private <V> BatchMessageListener<byte[], byte[]> listener(JsonSerde<V> serde, BatchHandler<V> handler) {
        return records -> {
            var batch = decode(records, serde);
            if (!batch.isEmpty()) {
                handler.apply(batch);
            }
        };
    }

    private <V> List<ReceivedRecord<V>> decode(List<ConsumerRecord<byte[], byte[]>> records, JsonSerde<V> serde) {
        var batch = new ArrayList<ReceivedRecord<V>>(records.size());
        for (var from : records) {
            try {
                batch.add(received(from, serde));
            } catch (SerializationException e) {
                deadLetters.publish(from, String.valueOf(e.getMessage()));
            }
        }
        return batch;
    }

    private static <V> ReceivedRecord<V> received(ConsumerRecord<byte[], byte[]> from, JsonSerde<V> serde) {
        return new ReceivedRecord<>(
                DeadLetterQueue.keyOf(from),
                serde.read(from.value()),
                Instant.ofEpochMilli(from.timestamp()),
                DeadLetterQueue.origin(from));
    }

    private static DefaultErrorHandler tryAgainUntilItWorks() {
        var later = new ExponentialBackOff(200, 2);
        later.setMaxInterval(10_000);
        return new DefaultErrorHandler(later);
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> consumers() {
        var complete = new HashMap<>(settings);
        complete.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        complete.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        complete.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        complete.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH);
        return new DefaultKafkaConsumerFactory<>(complete, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
