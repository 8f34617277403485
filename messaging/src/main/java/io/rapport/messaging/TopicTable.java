package io.rapport.messaging;

import io.rapport.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * A small compacted topic, whole and in memory: read from the beginning, then followed. Every instance has all of it, so
 * it belongs to no consumer group. For settings a human made, such as brands and tokens, never for people.
 *
 * @param <V> the event
 */
public final class TopicTable<V> implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TopicTable.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, V> rows = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final Topic topic;
    private final JsonSerde<V> serde;
    private final BiConsumer<String, @Nullable V> watcher;
    private final DeadLetterQueue deadLetters;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean stopped;

    /**
     * A table of a topic, filling in the background once the topic is there.
     *
     * @param created completes when the topic is there
     * @param watcher told each change, in order and from one thread, before the row shows it, so that whoever
     *     has seen a row can count on it; null value for removed
     */
    public TopicTable(
            Topic topic,
            Class<V> type,
            Source source,
            CompletableFuture<Void> created,
            BiConsumer<String, @Nullable V> watcher) {
        this.topic = topic;
        this.serde = new JsonSerde<>(type);
        this.watcher = watcher;
        this.deadLetters = source.deadLetters();
        created.thenRun(() -> start(source.settings()));
    }

    /**
     * Where a table reads and where it sets aside what it cannot read.
     *
     * @param settings of the Kafka client
     */
    public record Source(Map<String, Object> settings, DeadLetterQueue deadLetters) {}

    /** The row under a key, or null. */
    public @Nullable V get(String key) {
        return rows.get(key);
    }

    /** All rows, as they are now. */
    public Map<String, V> rows() {
        return Map.copyOf(rows);
    }

    /** Completes when everything is in the table that was on the topic when it started. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp;
    }

    @Override
    public void destroy() {
        stopped = true;
        var running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    private void start(Map<String, Object> settings) {
        var thread = new Thread(() -> follow(settings), "table-" + topic.name());
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(Map<String, Object> settings) {
        while (!stopped) {
            try (var reading =
                    new KafkaConsumer<>(complete(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = reading;
                read(reading);
            } catch (WakeupException e) {
                LOG.debug("Stopped following {}", topic.name());
            } catch (KafkaException | IllegalStateException e) {
                LOG.warn("Reading {} again from the beginning: {}", topic.name(), e.toString());
            }
        }
    }

    private void read(Consumer<byte[], byte[]> reading) {
        var partitions = TopicPartitions.of(reading, topic);
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        catchUp(reading, reading.endOffsets(partitions));
        while (!stopped) {
            reading.poll(POLL).forEach(this::apply);
        }
    }

    /** What is in the table from an earlier reading and not on the topic any more was removed in between. */
    private void catchUp(Consumer<byte[], byte[]> reading, Map<TopicPartition, Long> ends) {
        var gone = new HashSet<>(rows.keySet());
        while (!stopped && !TopicPartitions.hasReached(reading, ends)) {
            reading.poll(POLL).forEach(from -> apply(from).ifPresent(gone::remove));
        }
        if (!stopped) {
            gone.forEach(key -> change(key, null));
            caughtUp.complete(null);
        }
    }

    private Optional<String> apply(ConsumerRecord<byte[], byte[]> from) {
        try {
            var key = DeadLetterQueue.keyOf(from);
            change(key, serde.read(from.value()));
            return Optional.of(key);
        } catch (SerializationException e) {
            deadLetters.publish(from, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void change(String key, @Nullable V value) {
        watcher.accept(key, value);
        if (value == null) {
            rows.remove(key);
        } else {
            rows.put(key, value);
        }
    }

    private static Map<String, Object> complete(Map<String, Object> settings) {
        var complete = new HashMap<>(settings);
        complete.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        complete.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        complete.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        complete.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return complete;
    }
}
