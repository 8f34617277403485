package io.rapport.messaging.projection;

import io.rapport.contracts.Topic;
import io.rapport.messaging.consume.BatchHandler;
import io.rapport.messaging.consume.BatchProcessor;
import io.rapport.messaging.consume.DeadLetterQueue;
import io.rapport.messaging.consume.RecordDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Creates the consumers of projections: committed records only, from the beginning for a new group. A record that cannot be
 * decoded or processed goes to the dead-letter queue, see {@link BatchProcessor}.
 */
public final class ProjectionConsumerFactory {

    /** The most records of a poll. */
    static final int MAX_BATCH = 1000;

    /** The bytes of a partition in one answer; what is left waits for the answer to the next request. */
    private static final int MAX_PARTITION_BYTES = 2 << 20;

    /**
     * The broker answers a fetch when it has that many bytes, or after {@link #FETCH_WAIT_MILLIS}: an answer for each produced batch
     * would cost both sides more than what is in it. At a high rate the bytes are there before the time is over.
     */
    public static final int FETCH_MIN_BYTES = 64 << 10;

    /** How long the broker waits for {@link #FETCH_MIN_BYTES} at most. */
    public static final int FETCH_WAIT_MILLIS = 50;

    /**
     * After this time without a heartbeat another instance gets the partitions of a consumer that died. The classic protocol
     * is used because the session timeout of the newer one is a setting of the broker, 45 seconds at least by default.
     */
    private static final int SESSION_MILLIS = 10_000;

    private static final int HEARTBEAT_MILLIS = 3_000;

    /** A thread of the consumer wakes that often to see whether a heartbeat is due. */
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
    public ProjectionConsumerFactory(Map<String, Object> settings, DeadLetterQueue deadLetters, String instance) {
        this.settings = Map.copyOf(settings);
        this.deadLetters = deadLetters;
        this.instance = instance;
    }

    /** A member of a group that is not subscribed to any topic. */
    Consumer<byte[], byte[]> consumer(String group) {
        return new ProjectionConsumer(settings(group));
    }

    Map<String, Object> settings(String group) {
        var complete = new HashMap<>(settings);
        complete.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        complete.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        complete.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        complete.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        complete.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH);
        complete.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_PARTITION_BYTES);
        complete.putIfAbsent(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_MIN_BYTES);
        complete.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        complete.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        complete.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        complete.putIfAbsent(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_MILLIS);
        complete.merge(CommonClientConfigs.CLIENT_ID_CONFIG, group, (service, name) -> service + "-" + name);
        if (!instance.isEmpty()) {
            complete.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        }
        return complete;
    }

    <V> BatchProcessor<V> processor(Topic topic, Class<V> type, BatchHandler<V> handler) {
        return new BatchProcessor<>(new RecordDecoder<>(topic, type, deadLetters), handler, deadLetters);
    }

    /** Does not wait for the broker's answer to a pending fetch when it is closed. */
    private static final class ProjectionConsumer extends KafkaConsumer<byte[], byte[]> {

        /** Enough to leave the group, which does not queue behind the fetch. */
        private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

        ProjectionConsumer(Map<String, Object> settings) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public void close() {
            close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }
}
