package io.rapport.benchmarks;

import io.rapport.contracts.Topic;
import io.rapport.messaging.publish.EventPublisher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Baseline: sends the records that ingest published, with the settings of its producer, and nothing else. */
final class PlainProducerBaseline implements AutoCloseable {

    private static final String COPY = "benchmark.intake";

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    PlainProducerBaseline(String bootstrap) throws InterruptedException, ExecutionException {
        var servers = Map.<String, Object>of("bootstrap.servers", bootstrap);
        try (var admin = Admin.create(servers)) {
            admin.createTopics(List.of(new NewTopic(COPY, 4, (short) 1))).all().get();
        }
        producer = new KafkaProducer<>(
                EventPublisher.producerSettings(servers), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topic.ENGAGEMENT_RECEIVED.name()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads the next records of ingest into memory, instead of those before. */
    void read(int count) {
        records.clear();
        while (records.size() < count) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
    }

    /** Sends the records in memory, and waits for their acknowledgement. */
    void send() {
        for (var record : records) {
            producer.send(new ProducerRecord<>(
                    COPY, null, record.timestamp(), record.key(), record.value(), record.headers()));
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
