package io.rapport.messaging.consume;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads origins from the dead-letter topic: at most the newest 5000 of each partition. Not safe for concurrent use. */
public final class TopicOrigins implements PublishedOrigins {

    static final int MAX_READ = 5_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    TopicOrigins(Supplier<Consumer<byte[], byte[]>> consumers, String topic) {
        this.consumers = consumers;
        this.topic = topic;
    }

    /** Reads a topic with the given Kafka client settings; connects at the first dead letter. */
    public static TopicOrigins of(Map<String, Object> settings, String topic) {
        var complete = new HashMap<>(settings);
        complete.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        complete.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        complete.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        complete.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new TopicOrigins(
                () -> new KafkaConsumer<>(complete, new ByteArrayDeserializer(), new ByteArrayDeserializer()), topic);
    }

    @Override
    public Set<String> readNew() {
        try (var consumer = consumers.get()) {
            var partitions = consumer.partitionsFor(topic, TIMEOUT).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            return read(consumer, seek(consumer, partitions));
        } catch (KafkaException e) {
            throw new IllegalStateException("The dead-letter topic " + topic + " could not be read", e);
        }
    }

    private Map<TopicPartition, Long> seek(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var begins = consumer.beginningOffsets(partitions, TIMEOUT);
        var ends = consumer.endOffsets(partitions, TIMEOUT);
        for (var partition : partitions) {
            var oldest = Math.max(begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - MAX_READ);
            consumer.seek(partition, Math.max(oldest, positions.getOrDefault(partition, 0L)));
        }
        return ends;
    }

    private Set<String> read(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        var origins = new HashSet<String>();
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The dead-letter topic " + topic + " could not be read in time");
            }
            for (var letter : consumer.poll(POLL)) {
                add(origins, letter.headers().lastHeader(DeadLetterQueue.ORIGIN));
            }
        }
        positions.putAll(ends);
        return origins;
    }

    private static void add(Set<String> origins, @Nullable Header origin) {
        if (origin != null) {
            origins.add(new String(origin.value(), StandardCharsets.UTF_8));
        }
    }
}
