package io.rapport.messaging.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private static final int MAX_RECENT = 20_000;

    /**
     * How long origins that other instances publish may stay unread: less than the session timeout, after which the records
     * of an instance that died are redelivered to another one.
     */
    private static final Duration REFRESH = Duration.ofSeconds(5);

    static final String ORIGIN = "rapport_origin";

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final MeterRegistry meters;
    private final PublishedOrigins published;
    private long nextRefresh = System.nanoTime();
    private final Set<String> recentOrigins = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_RECENT;
        }
    });

    /**
     * Publishes to the given topic.
     *
     * @param published the origins of the dead letters on the topic, so that none is published twice
     */
    public DeadLetterQueue(
            Producer<byte[], byte[]> producer, String topic, MeterRegistry meters, PublishedOrigins published) {
        this.producer = producer;
        this.topic = topic;
        this.meters = meters;
        this.published = published;
    }

    /** The dead-letter topic of a service. */
    public static String topicOf(String service) {
        return "rapport." + service + ".dead-letter.v1";
    }

    /**
     * Publishes one record and waits for the broker's acknowledgement (acks=all). A redelivered record of which there is a
     * dead letter already, of this or an earlier process, is left out.
     *
     * @throws IllegalStateException if the broker did not acknowledge, or the dead-letter topic cannot be read; the record must
     *     then be redelivered
     */
    public synchronized void publish(ConsumerRecord<byte[], byte[]> from, String reason) {
        refresh();
        if (recentOrigins.contains(origin(from))) {
            return;
        }
        var deadLetter = new ProducerRecord<byte[], byte[]>(topic, from.key(), from.value());
        from.headers().forEach(deadLetter.headers()::add);
        deadLetter.headers().add(ORIGIN, origin(from).getBytes(StandardCharsets.UTF_8));
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
        counter(from.topic()).increment();
        LOG.warn("Published {} to the dead-letter topic {}: {}", origin(from), topic, reason);
    }

    private void refresh() {
        if (System.nanoTime() - nextRefresh >= 0) {
            recentOrigins.addAll(published.readNew());
            nextRefresh = System.nanoTime() + REFRESH.toNanos();
        }
    }

    /** Registers the counter of a topic that is read, so that it is 0 before the first dead letter. */
    void register(String origin) {
        counter(origin);
    }

    private Counter counter(String origin) {
        return meters.counter("rapport.dead.letters", "topic", origin);
    }

    /** The position of a record: {@code topic-partition@offset}. */
    public static String origin(ConsumerRecord<?, ?> from) {
        return from.topic() + "-" + from.partition() + "@" + from.offset();
    }
}
