package io.rapport.messaging.projection;

import io.rapport.contracts.Topic;
import io.rapport.messaging.consume.BatchHandler;
import io.rapport.messaging.consume.BatchProcessor;
import io.rapport.messaging.consume.DeadLetterQueue;
import io.rapport.messaging.consume.RecordDecoder;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Creates listener containers that read a topic in batches: committed records only, from the beginning for a new group. A
 * record that cannot be decoded or processed goes to the dead-letter queue, see {@link BatchProcessor}. A batch that fails for
 * another reason is redelivered with exponential backoff until it succeeds; each retry is logged. Offsets are committed after each batch.
 */
public final class ListenerContainerFactory {

    private static final int MAX_BATCH = 1000;
    // The broker answers at once when there are records; the time is how often it answers without one, and
    // the longest that newly assigned partitions wait.
    private static final int MAX_WAIT_MILLIS = 2_000;

    /**
     * After this time without a heartbeat another instance gets the partitions of a consumer that died. The classic protocol
     * is used because the session timeout of the newer one is a setting of the broker, 45 seconds at least by default.
     */
    private static final int SESSION_MILLIS = 10_000;

    private static final int HEARTBEAT_MILLIS = 3_000;

    // A thread of the consumer wakes that often to see whether a heartbeat is due.
    private static final int RETRY_MILLIS = 1_000;

    private final Map<String, Object> settings;
    private final DeadLetterQueue deadLetters;
    private final String instance;

    /**
     * Reads with the given Kafka client settings.
     *
     * @param instance a name that no other instance of the service has, which makes its consumers static members of their groups: one
     *     that is restarted gets its partitions back at once; empty for dynamic members
     */
    public ListenerContainerFactory(Map<String, Object> settings, DeadLetterQueue deadLetters, String instance) {
        this.settings = settings;
        this.deadLetters = deadLetters;
        this.instance = instance;
    }

    /**
     * A container that is not started.
     *
     * @param group the consumer group
     * @param type the type of the topic's events
     * @param handler applies a batch; must be idempotent
     */
    public <V> ConcurrentMessageListenerContainer<byte[], byte[]> container(
            String group, Topic topic, Class<V> type, BatchHandler<V> handler) {
        var properties = new ContainerProperties(topic.name());
        properties.setGroupId(group);
        properties.setAckMode(AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        properties.setMessageListener(listener(topic, type, handler));
        var container = new ConcurrentMessageListenerContainer<>(consumers(topic), properties);
        container.setBeanName(topic.name());
        container.setCommonErrorHandler(unlimitedRetries());
        return container;
    }

    private <V> BatchMessageListener<byte[], byte[]> listener(Topic topic, Class<V> type, BatchHandler<V> handler) {
        var processor = new BatchProcessor<>(new RecordDecoder<>(topic, type, deadLetters), handler, deadLetters);
        return processor::process;
    }

    private static DefaultErrorHandler unlimitedRetries() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(10_000);
        var handler = new DefaultErrorHandler(backOff);
        handler.setRetryListeners(new LoggingRetryListener());
        return handler;
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> consumers(Topic topic) {
        var complete = new HashMap<>(settings);
        complete.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        complete.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        complete.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        complete.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH);
        complete.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, MAX_WAIT_MILLIS);
        complete.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        complete.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        complete.putIfAbsent(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_MILLIS);
        if (!instance.isEmpty()) {
            complete.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance + "-" + topic.name());
        }
        return new ProjectionConsumerFactory(complete);
    }
}
