package io.rapport.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a record that cannot be read aside, whole, with its origin and the reason in headers, so that the stream goes on
 * and nothing is lost. Counted as {@code rapport.dead.letters}.
 */
public final class DeadLetterQueue {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterQueue.class);

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final MeterRegistry meters;

    /** Sets aside on the given topic. */
    public DeadLetterQueue(Producer<byte[], byte[]> producer, String topic, MeterRegistry meters) {
        this.producer = producer;
        this.topic = topic;
        this.meters = meters;
    }

    /** The topic a service sets records aside on. */
    public static String topicOf(String service) {
        return "rapport." + service + ".dead-letter.v1";
    }

    /**
     * Sets one record aside and waits for the broker's acknowledgement.
     *
     * @throws IllegalStateException if the broker did not acknowledge; the record must then be read again
     */
    public void publish(ConsumerRecord<byte[], byte[]> from, String reason) {
        var aside = new ProducerRecord<byte[], byte[]>(topic, from.key(), from.value());
        from.headers().forEach(aside.headers()::add);
        aside.headers().add("rapport_origin", origin(from).getBytes(StandardCharsets.UTF_8));
        aside.headers().add("rapport_reason", reason.getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(aside).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not set " + origin(from) + " aside", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while setting " + origin(from) + " aside", e);
        }
        meters.counter("rapport.dead.letters", "topic", from.topic()).increment();
        LOG.warn("Set {} aside on {}: {}", origin(from), topic, reason);
    }

    static String origin(ConsumerRecord<?, ?> from) {
        return from.topic() + "-" + from.partition() + "@" + from.offset();
    }
}
