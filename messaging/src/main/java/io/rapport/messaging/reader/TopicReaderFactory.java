package io.rapport.messaging.reader;

import io.rapport.messaging.consume.DeadLetterQueue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Creates readers of topics that share the Kafka client settings and the dead-letter queue of a service. */
public final class TopicReaderFactory {

    private static final int MAX_BATCH = 2000;
    // The broker answers at once when there are records; the time is how often it answers without one.
    private static final int MAX_WAIT_MILLIS = 10_000;

    private final Map<String, Object> settings;
    private final DeadLetterQueue deadLetters;
    private final TableReader tables = new TableReader(this);

    /** Creates readers with the given Kafka client settings. */
    public TopicReaderFactory(Map<String, Object> settings, DeadLetterQueue deadLetters) {
        this.settings = Map.copyOf(settings);
        this.deadLetters = deadLetters;
    }

    /**
     * A reader that is not started.
     *
     * @param name of its thread and of its Kafka client
     * @param subscriptions what it reads; their handlers are called in this order after each poll
     */
    public TopicReader reader(String name, TopicSubscription<?>... subscriptions) {
        return new TopicReader(name, this, List.of(subscriptions));
    }

    /** The reader of all tables that are created with this factory. */
    public TableReader tables() {
        return tables;
    }

    Consumer<byte[], byte[]> consumer(String name) {
        var complete = new HashMap<>(settings);
        complete.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        complete.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        complete.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        complete.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH);
        complete.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, MAX_WAIT_MILLIS);
        complete.merge(CommonClientConfigs.CLIENT_ID_CONFIG, name, (service, reader) -> service + "-" + reader);
        complete.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new GrouplessConsumer(complete);
    }

    Map<String, Object> settings() {
        return settings;
    }

    DeadLetterQueue deadLetters() {
        return deadLetters;
    }

    /** Closes at once: there is no group to leave, and the answer to a pending fetch need not be awaited. */
    private static final class GrouplessConsumer extends KafkaConsumer<byte[], byte[]> {

        GrouplessConsumer(Map<String, Object> settings) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public void close() {
            close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
