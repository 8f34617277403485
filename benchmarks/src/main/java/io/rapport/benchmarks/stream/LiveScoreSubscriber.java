package io.rapport.benchmarks.stream;

import io.rapport.contracts.Topic;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.messaging.json.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Subscribes to scores; measures the latency of scores from the send times of their engagements, and records the day of each brand. */
final class LiveScoreSubscriber implements AutoCloseable {

    private static final JsonSerde<BrandScoreChanged> BRANDS = new JsonSerde<>(BrandScoreChanged.class);
    private static final String ENGAGEMENT_REASON = "\"reason\":\"ENGAGEMENT\"";

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final Map<String, LocalDate> days = new ConcurrentHashMap<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopped;

    /** Subscribes from the end of the topics. */
    LiveScoreSubscriber(String bootstrap) throws InterruptedException {
        this.thread = new Thread(() -> subscribe(bootstrap), "live-score-subscriber");
        thread.start();
        subscribed.await();
    }

    /** Records the send time of an engagement of a person. */
    void recordSent(String person, long nanos) {
        sent.put(person, nanos);
    }

    /** The number of scores that were not received yet. */
    int outstanding() {
        return sent.size();
    }

    /** Forgets the scores that were not received yet, and returns their number. */
    int drainOutstanding() {
        var count = sent.size();
        sent.clear();
        return count;
    }

    /** Returns and clears the latencies, in milliseconds, ascending. */
    long[] drainLatencies() {
        var drained = latencies.stream()
                .mapToLong(nanos -> nanos / 1_000_000)
                .sorted()
                .toArray();
        latencies.clear();
        return drained;
    }

    /** The number of brands whose figures are of a day. */
    long brandsOn(LocalDate day) {
        return days.values().stream().filter(day::equals).count();
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private void subscribe(String bootstrap) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrap, "isolation.level", "read_committed", "fetch.max.wait.ms", 5);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Stream.of(Topic.RELATIONSHIP_CHANGES, Topic.BRAND_CURRENT)
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            subscribed.countDown();
            while (!stopped) {
                consumer.poll(Duration.ofMillis(20))
                        .forEach(record -> accept(record.topic(), record.key(), record.value()));
            }
        }
    }

    private void accept(String topic, String key, byte[] value) {
        if (topic.equals(Topic.BRAND_CURRENT.name())) {
            var brand = BRANDS.read(value);
            if (brand != null) {
                days.put(key, brand.asOf());
            }
        } else if (sent.containsKey(key) && new String(value, StandardCharsets.UTF_8).contains(ENGAGEMENT_REASON)) {
            latencies.add(System.nanoTime() - sent.remove(key));
        }
    }
}
