package io.rapport.messaging.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Publishes events with an idempotent producer. The returned future completes on broker acknowledgement (acks=all), and
 * fails after ten seconds without one. Memory is bounded: while the broker is away and the buffer is full, publishing fails
 * after two seconds, or after the {@code max.block.ms} of the client settings.
 */
public final class EventPublisher implements DisposableBean {

    /** The largest record, in bytes. */
    public static final int MAX_REQUEST = 8 << 20;

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;

    /** A publisher with a producer of its own. */
    public EventPublisher(Map<String, Object> settings) {
        this(new KafkaProducer<>(producerSettings(settings), new StringSerializer(), new ByteArraySerializer()));
    }

    /** A publisher with the given producer. */
    public EventPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Publishes one event.
     *
     * @param topic the topic's name
     * @param value UTF-8 JSON, or null for a tombstone
     * @param event the attributes; the subject becomes the record's key, the time its timestamp
     */
    public CompletableFuture<RecordMetadata> publish(String topic, byte @Nullable [] value, CloudEvent event) {
        var sent = new CompletableFuture<RecordMetadata>();
        try {
            producer.send(toRecord(topic, value, event), (metadata, failure) -> {
                if (failure == null) {
                    sent.complete(metadata);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    @Override
    public void destroy() {
        producer.close(CLOSE);
    }

    private static ProducerRecord<String, byte[]> toRecord(String topic, byte @Nullable [] value, CloudEvent event) {
        var sent = new ProducerRecord<String, byte[]>(topic, null, event.time().toEpochMilli(), event.subject(), value);
        event.write(sent.headers());
        return sent;
    }

    /** The settings of the producer, completed by those that publishing relies on. */
    public static Map<String, Object> producerSettings(Map<String, Object> settings) {
        var complete = new HashMap<>(settings);
        complete.put(ProducerConfig.ACKS_CONFIG, "all");
        complete.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        complete.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        complete.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10);
        complete.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        complete.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST);
        complete.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L << 20);
        complete.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        complete.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        complete.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return complete;
    }
}
