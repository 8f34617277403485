package io.rapport.scoring.topology;

import io.rapport.messaging.projection.ProjectionConsumerFactory;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.topology.deadletter.StreamDeadLetterQueue;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that the topology relies on. */
public final class ScoringStreamsSettings {

    /** The application id: the consumer group and the prefix of the internal topics' names. */
    public static final String APPLICATION = "rapport-scoring";

    static final String CASCADE_CHANGES = "cascade-changes";
    /** The repartition topic that the cascade stage reads. */
    public static final String CASCADE_CHANGES_TOPIC = APPLICATION + "-" + CASCADE_CHANGES + "-repartition";

    static final String POST_ACTIVITIES = "post-turns";
    /** The repartition topic that the stage of posts reads. */
    public static final String POST_ACTIVITIES_TOPIC = APPLICATION + "-" + POST_ACTIVITIES + "-repartition";

    // A commit flushes pending records, and consumers read only committed ones: lingering adds no latency and saves
    // requests.
    private static final int LINGER_MILLIS = 100;
    // States are kilobytes of JSON: the default of 16 KiB would put only a few of them into a batch.
    private static final int BATCH_BYTES = 128 << 10;
    // A backlog of engagements is fetched in small portions, so that the repartitioned records that queue behind them
    // are not delayed. A single larger record is fetched all the same.
    private static final int FETCH_BYTES = 128 << 10;
    // After this time without a heartbeat another thread gets the tasks of one that died.
    private static final int SESSION_MILLIS = 10_000;
    private static final int HEARTBEAT_MILLIS = 3_000;
    // A thread of the consumer wakes that often to see whether a heartbeat is due.
    private static final int RETRY_MILLIS = 1_000;
    // How long an idle thread blocks in poll. Commits and punctuations wait for it; a shorter time costs CPU while
    // idle.
    private static final long IDLE_MILLIS = 50;
    private static final long STORE_CACHE_BYTES = 8L << 20;

    private ScoringStreamsSettings() {}

    /**
     * Adds the required settings.
     *
     * @param given brokers, state directory, threads and the like
     * @param deadLetters the dead-letter topic
     * @param counters counts dead letters
     */
    public static StreamsConfig complete(Map<String, Object> given, String deadLetters, ScoringCounters counters) {
        var settings = new HashMap<>(given);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemoryConfigSetter.class);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STORE_CACHE_BYTES);
        // No processor relies on an order between topics, and waiting for one costs more than a store lookup.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        settings.put(StreamsConfig.POLL_MS_CONFIG, IDLE_MILLIS);
        StreamDeadLetterQueue.configure(settings, deadLetters, counters);
        sizes(settings);
        waits(settings);
        return new StreamsConfig(settings);
    }

    private static void sizes(Map<String, Object> settings) {
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), EventPublisher.MAX_REQUEST);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), FETCH_BYTES);
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), EventPublisher.MAX_REQUEST);
    }

    private static void waits(Map<String, Object> settings) {
        settings.putIfAbsent(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG),
                ProjectionConsumerFactory.FETCH_MIN_BYTES);
        settings.putIfAbsent(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                ProjectionConsumerFactory.FETCH_WAIT_MILLIS);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_MILLIS);
        settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        settings.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
    }
}
