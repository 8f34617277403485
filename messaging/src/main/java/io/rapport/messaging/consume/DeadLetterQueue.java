package io.rapport.messaging.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes records that cannot be processed to the dead-letter topic of the service, unchanged, with their origin and the
 * reason in headers. Counted as {@code rapport.dead.letters}.
 */
public final class DeadLetterQueue {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterQueue.class);
    private static final int MAX_RECENT = 10_000;

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final MeterRegistry meters;
    private final Set<String> recentOrigins = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_RECENT;
        }
    });

    /** Publishes to the given topic. */
    public DeadLetterQueue(Producer<byte[], byte[]> producer, String topic, MeterRegistry meters) {
        this.producer = producer;
        this.topic = topic;
        this.meters = meters;
    }

    /** The dead-letter topic of a service. */
    public static String topicOf(String service) {
        return "rapport." + service + ".dead-letter.v1";
    }

    /**
     * Publishes one record and waits for the broker's acknowledgement (acks=all). A redelivered record that was published
     * recently is left out.
     *
     * @throws IllegalStateException if the broker did not acknowledge; the record must then be redelivered
     */
    public synchronized void publish(ConsumerRecord<byte[], byte[]> from, String reason) {
        if (recentOrigins.contains(origin(from))) {
            return;
        }
        var deadLetter = new ProducerRecord<byte[], byte[]>(topic, from.key(), from.value());
        from.headers().forEach(deadLetter.headers()::add);
        deadLetter.headers().add("rapport_origin", origin(from).getBytes(StandardCharsets.UTF_8));
        deadLetter.headers().add("rapport_reason", reason.getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(deadLetter).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The dead letter of " + origin(from) + " was not acknowledged", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing the dead letter of " + origin(from), e);
        }
        recentOrigins.add(origin(from));
        meters.counter("rapport.dead.letters", "topic", from.topic()).increment();
        LOG.warn("Published {} to the dead-letter topic {}: {}", origin(from), topic, reason);
    }

    public static String origin(ConsumerRecord<?, ?> from) {
        return from.topic() + "-" + from.partition() + "@" + from.offset();
    }
}
