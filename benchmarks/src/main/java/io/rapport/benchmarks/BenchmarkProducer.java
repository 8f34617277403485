package io.rapport.benchmarks;

import io.rapport.contracts.Topic;
import io.rapport.messaging.publish.CloudEvent;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes events to their topics, as services do. */
public final class BenchmarkProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * Connects to a broker.
     *
     * @param lingerMillis how long a batch waits for more records
     * @param batchBytes the size of a batch
     */
    public BenchmarkProducer(String bootstrap, int lingerMillis, int batchBytes) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "linger.ms",
                        lingerMillis,
                        "compression.type",
                        "lz4",
                        "batch.size",
                        batchBytes),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends an event without waiting. */
    public void send(Topic topic, String key, byte @Nullable [] value) {
        var now = Instant.ofEpochMilli(System.currentTimeMillis());
        var record = new ProducerRecord<>(topic.name(), null, now.toEpochMilli(), key, value);
        CloudEvent.state(topic, "bench", key, 1, now).write(record.headers());
        producer.send(record, (metadata, cause) -> {
            if (cause != null) {
                failure.compareAndSet(null, cause);
            }
        });
    }

    /** Waits until all records are acknowledged; fails if one was not, because the figures would be wrong. */
    public void flush() {
        producer.flush();
        var cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("A record was not acknowledged", cause);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
