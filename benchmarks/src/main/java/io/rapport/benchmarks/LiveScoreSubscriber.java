package io.rapport.benchmarks;

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

/** A subscriber who was told when engagements were sent, and tells how long their scores took; and which day brands have. */
final class LiveScoreSubscriber implements AutoCloseable {

    private static final JsonSerde<BrandScoreChanged> BRANDS = new JsonSerde<>(BrandScoreChanged.class);
    private static final String OF_AN_ENGAGEMENT = "\"reason\":\"ENGAGEMENT\"";

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
    private final Map<String, LocalDate> days = new ConcurrentHashMap<>();
    private final CountDownLatch following = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopped;

    /** Follows from now on. */
    LiveScoreSubscriber(String bootstrap) throws InterruptedException {
        this.thread = new Thread(() -> follow(bootstrap), "live-watch");
        thread.start();
        following.await();
    }

    /** Somebody's score is about to change. */
    void sent(String person, long nanos) {
        sent.put(person, nanos);
    }

    /** How many scores have not come yet. */
    int outstanding() {
        return sent.size();
    }

    /** What those took that came since the last time, in milliseconds, ascending. */
    long[] takeWaits() {
        var taken =
                waits.stream().mapToLong(nanos -> nanos / 1_000_000).sorted().toArray();
        waits.clear();
        return taken;
    }

    /** How many brands' figures are of a day. */
    long brandsOn(LocalDate day) {
        return days.values().stream().filter(day::equals).count();
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private void follow(String bootstrap) {
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
            following.countDown();
            while (!stopped) {
                consumer.poll(Duration.ofMillis(20))
                        .forEach(record -> take(record.topic(), record.key(), record.value()));
            }
        }
    }

    private void take(String topic, String key, byte[] value) {
        if (topic.equals(Topic.BRAND_CURRENT.name())) {
            var brand = BRANDS.read(value);
            if (brand != null) {
                days.put(key, brand.asOf());
            }
        } else if (sent.containsKey(key) && new String(value, StandardCharsets.UTF_8).contains(OF_AN_ENGAGEMENT)) {
            waits.add(System.nanoTime() - sent.remove(key));
        }
    }
}
