package io.rapport.messaging.reader;

import static java.util.stream.Collectors.joining;

import io.rapport.messaging.consume.BatchProcessor;
import io.rapport.messaging.consume.DeadLetterQueue;
import io.rapport.messaging.consume.RecordDecoder;
import io.rapport.messaging.consume.RetryDelay;
import io.rapport.messaging.topic.TopicPartitions;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;

/**
 * Reads topics without a consumer group: every instance reads every partition. Only committed records are delivered, in
 * batches per topic, tombstones included; a record that cannot be decoded goes to the dead-letter queue. Nothing is
 * skipped: after a failure of the broker or of a handler the reader continues at the last delivered position, so that a
 * batch may be delivered again.
 *
 * <p>A reader is used once: either {@link #readToEnd} on the caller's thread, or {@link #start} on its own.
 */
public final class TopicReader implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final String name;
    private final TopicReaderFactory factory;
    private final List<Delivery<?>> deliveries;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Runnable afterPoll = () -> {};
    private volatile @Nullable Consumer<byte[], byte[]> running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable RuntimeException failure;
    private volatile long lag;

    TopicReader(String name, TopicReaderFactory factory, List<TopicSubscription<?>> subscriptions) {
        this.name = name;
        this.factory = factory;
        this.deliveries = subscriptions.stream()
                .<Delivery<?>>map(each -> Delivery.of(each, factory.deadLetters()))
                .toList();
    }

    /**
     * Calls an action after each poll, whether or not it returned records. If it fails, the records are delivered again. To be
     * called before the reader starts.
     */
    public TopicReader afterPoll(Runnable action) {
        afterPoll = action;
        return this;
    }

    /**
     * Resolves the start positions now instead of when the reader starts.
     *
     * @throws RuntimeException if the broker does not answer or does not know a topic yet
     */
    public TopicReader resolvePositions() {
        try (var consumer = factory.consumer(name)) {
            resolvePositions(consumer);
        }
        return this;
    }

    /**
     * Reads on the calling thread up to where the topics end now, or until {@link #destroy}.
     *
     * @param remaining given the number of records left, before each poll
     * @throws RuntimeException if the broker or a handler fails; reading again from the start is up to the caller
     */
    public void readToEnd(LongConsumer remaining) {
        try (var consumer = open()) {
            while (!isStopped() && !caughtUp.isDone()) {
                remaining.accept(lag);
                poll(consumer);
            }
        } catch (WakeupException e) {
            LOG.debug("Stopped reading {}", topics());
        } finally {
            running = null;
        }
    }

    /** Reads from the start positions and follows the topics on a thread of its own, once they exist. */
    public void start(CompletableFuture<?> topicsCreated) {
        topicsCreated.thenRun(this::start);
    }

    /** Reads from the start positions and follows the topics on a thread of its own. */
    public void start() {
        var worker = new Thread(() -> RetryDelay.repeat(this::follow, stopped), name);
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    /** Completes when everything has been delivered that was on the topics when the reader started. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp;
    }

    /** The number of records between the last delivered position and the end of the topics, as of the last poll. */
    public long lag() {
        return lag;
    }

    /** Up while the reader has caught up and its last poll succeeded. */
    public Health health() {
        var cause = failure;
        if (cause != null) {
            return Health.down(cause).withDetail("lag", lag).build();
        }
        return (caughtUp.isDone() ? Health.up() : Health.outOfService())
                .withDetail("lag", lag)
                .build();
    }

    @Override
    public void destroy() {
        stopped.countDown();
        var consumer = running;
        if (consumer != null) {
            consumer.wakeup();
        }
        awaitEnd();
    }

    private void awaitEnd() {
        var worker = thread;
        if (worker != null && worker != Thread.currentThread()) {
            try {
                worker.join(STOP_TIMEOUT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Follows until stopped or until a failure; returns whether any poll succeeded. */
    private boolean follow() {
        var polled = false;
        try (var consumer = open()) {
            while (!isStopped()) {
                poll(consumer);
                polled = true;
            }
        } catch (WakeupException e) {
            LOG.debug("Stopped following {}", topics());
        } catch (RuntimeException e) {
            failure = e;
            LOG.warn("Reading {} failed, retrying from the last delivered position: {}", topics(), e.toString());
        }
        return polled;
    }

    private Consumer<byte[], byte[]> open() {
        var consumer = factory.consumer(name);
        try {
            running = consumer;
            resolvePositions(consumer);
            positions.forEach(consumer::seek);
            if (ends.isEmpty()) {
                ends.putAll(consumer.endOffsets(positions.keySet()));
            }
            measure();
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Assigns all partitions, and resolves where to start unless that is known. */
    private void resolvePositions(Consumer<?, ?> consumer) {
        var partitions = new LinkedHashMap<TopicSubscription<?>, List<TopicPartition>>();
        deliveries.forEach(
                each -> partitions.put(each.subscription, TopicPartitions.of(consumer, each.subscription.topic())));
        consumer.assign(partitions.values().stream().flatMap(List::stream).toList());
        if (positions.isEmpty()) {
            var resolved = new HashMap<TopicPartition, Long>();
            partitions.forEach((subscription, ofTopic) ->
                    resolved.putAll(subscription.start().resolve(consumer, ofTopic, factory.settings())));
            positions.putAll(resolved);
        }
    }

    private void poll(Consumer<byte[], byte[]> consumer) {
        var records = consumer.poll(POLL);
        deliveries.forEach(delivery -> delivery.deliver(records));
        afterPoll.run();
        positions.replaceAll((partition, before) -> consumer.position(partition));
        if (caughtUp.isDone()) {
            ends.replaceAll((partition, end) -> positions.getOrDefault(partition, end)
                    + consumer.currentLag(partition).orElse(0));
        }
        measure();
        failure = null;
    }

    private void measure() {
        var remaining = 0L;
        for (var end : ends.entrySet()) {
            remaining += Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L));
        }
        lag = remaining;
        if (remaining == 0) {
            caughtUp.complete(null);
        }
    }

    private String topics() {
        return deliveries.stream()
                .map(delivery -> delivery.subscription.topic().name())
                .collect(joining(", "));
    }

    private record Delivery<V>(TopicSubscription<V> subscription, BatchProcessor<V> processor) {

        static <V> Delivery<V> of(TopicSubscription<V> subscription, DeadLetterQueue deadLetters) {
            var decoder = new RecordDecoder<>(subscription.topic(), subscription.type(), deadLetters);
            return new Delivery<>(subscription, new BatchProcessor<>(decoder, subscription.handler(), deadLetters));
        }

        void deliver(ConsumerRecords<byte[], byte[]> records) {
            processor.process(records.records(subscription.topic().name()));
        }
    }
}
