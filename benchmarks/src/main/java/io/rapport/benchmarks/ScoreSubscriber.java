package io.rapport.benchmarks;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.messaging.json.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Subscribes to the score topics: counts scored engagements, and records when each person's score was received. */
final class ScoreSubscriber implements AutoCloseable {

    private static final JsonSerde<BrandScoreChanged> BRANDS = new JsonSerde<>(BrandScoreChanged.class);

    private final Map<BrandKey, BrandScoreChanged> brands = new ConcurrentHashMap<>();
    private final Map<String, Long> firstReceived = new ConcurrentHashMap<>();
    private final AtomicLong relationships = new AtomicLong();
    private final Thread thread;
    private volatile long lastReceived;
    private volatile boolean stopped;

    ScoreSubscriber(String bootstrap) {
        this.thread = new Thread(() -> subscribe(bootstrap), "score-subscriber");
        thread.start();
    }

    /** The number of scored engagements of all brands. */
    long scored() {
        return sum(AccountBalance::scored);
    }

    /** The number of engagements of all brands that scoring received. */
    long received() {
        return sum(AccountBalance::received);
    }

    /** The number of duplicates of all brands. */
    long duplicates() {
        return sum(AccountBalance::duplicates);
    }

    /** The number of engagements of all brands that scoring rejected. */
    long rejected() {
        return sum(AccountBalance::rejected);
    }

    /** The number of published relationship scores. */
    long relationships() {
        return relationships.get();
    }

    /** The time of the first score of each key since {@link #clear}, by {@link System#nanoTime}. */
    Map<String, Long> firstReceived() {
        return firstReceived;
    }

    /** The time of the last relationship score, by {@link System#nanoTime}. */
    long lastReceived() {
        return lastReceived;
    }

    void clear() {
        firstReceived.clear();
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private long sum(ToLongFunction<AccountBalance> count) {
        return brands.values().stream()
                .mapToLong(brand -> count.applyAsLong(brand.accounts()))
                .sum();
    }

    private void subscribe(String bootstrap) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Stream.of(Topic.RELATIONSHIP_CURRENT, Topic.BRAND_CURRENT)
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!stopped) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> accept(record.topic(), record.key(), record.value()));
            }
        }
    }

    private void accept(String topic, byte[] key, byte[] value) {
        if (topic.equals(Topic.RELATIONSHIP_CURRENT.name())) {
            lastReceived = System.nanoTime();
            relationships.incrementAndGet();
            firstReceived.putIfAbsent(new String(key, StandardCharsets.UTF_8), lastReceived);
            return;
        }
        var brand = BRANDS.read(value);
        if (brand != null) {
            brands.put(brand.brandKey(), brand);
        }
    }
}
