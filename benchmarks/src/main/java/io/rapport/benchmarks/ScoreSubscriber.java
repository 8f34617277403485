package io.rapport.benchmarks;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.messaging.json.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A subscriber to the score topics: how many engagements the brands' scores know of, and when each person's came. */
final class ScoreSubscriber implements AutoCloseable {

    private static final JsonSerde<BrandScoreChanged> BRANDS = new JsonSerde<>(BrandScoreChanged.class);

    private final Map<BrandKey, BrandScoreChanged> brands = new ConcurrentHashMap<>();
    private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
    private final AtomicLong relationships = new AtomicLong();
    private final Thread thread;
    private volatile long lastSeen;
    private volatile boolean stopped;

    ScoreSubscriber(String bootstrap) {
        this.thread = new Thread(() -> follow(bootstrap), "score-watch");
        thread.start();
    }

    /** Engagements scored so far, over all brands. */
    long scored() {
        return brands.values().stream()
                .mapToLong(brand -> brand.accounts().scored())
                .sum();
    }

    /** Relationship scores published so far. */
    long relationships() {
        return relationships.get();
    }

    /** When the first score since {@link #forget} came for each key, in nanoseconds of this JVM. */
    Map<String, Long> firstSeen() {
        return firstSeen;
    }

    /** When the last relationship score came, in nanoseconds of this JVM. */
    long lastSeen() {
        return lastSeen;
    }

    void forget() {
        firstSeen.clear();
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private void follow(String bootstrap) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrap, "isolation.level", "read_committed", "fetch.max.wait.ms", 5);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Stream.of(Topic.RELATIONSHIP_CURRENT, Topic.BRAND_CURRENT)
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!stopped) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> take(record.topic(), record.key(), record.value()));
            }
        }
    }

    private void take(String topic, byte[] key, byte[] value) {
        if (topic.equals(Topic.RELATIONSHIP_CURRENT.name())) {
            lastSeen = System.nanoTime();
            relationships.incrementAndGet();
            firstSeen.putIfAbsent(new String(key, StandardCharsets.UTF_8), lastSeen);
            return;
        }
        var brand = BRANDS.read(value);
        if (brand != null) {
            brands.put(brand.brandKey(), brand);
        }
    }
}
