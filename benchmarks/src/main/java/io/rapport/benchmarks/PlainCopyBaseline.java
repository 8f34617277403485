package io.rapport.benchmarks;

import io.rapport.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Baseline: reads and writes the same records with plain clients on the same broker. */
final class PlainCopyBaseline {

    private static final String COPY = "benchmark.copy";

    private PlainCopyBaseline() {}

    /** Copies the newest {@code count} engagements, and a tenth of that before as a warm-up; returns records per second. */
    static double perSecond(String bootstrap, int count) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(COPY, 4, (short) 1))).all().get();
        }
        copy(bootstrap, count / 10);
        var start = System.nanoTime();
        copy(bootstrap, count);
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private static void copy(String bootstrap, int count) {
        var producerSettings = new HashMap<String, Object>(Map.of("bootstrap.servers", bootstrap, "acks", "all"));
        producerSettings.putAll(Map.of("linger.ms", 5, "compression.type", "lz4", "batch.size", 64 << 10));
        try (var from = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                var to = new KafkaProducer<>(producerSettings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var partitions = from.partitionsFor(Topic.ENGAGEMENT_RECEIVED.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            from.assign(partitions);
            from.seekToBeginning(partitions);
            var copied = 0;
            while (copied < count) {
                for (var record : from.poll(Duration.ofMillis(100))) {
                    to.send(new ProducerRecord<>(COPY, record.key(), record.value()));
                    copied++;
                }
            }
            to.flush();
        }
    }
}
