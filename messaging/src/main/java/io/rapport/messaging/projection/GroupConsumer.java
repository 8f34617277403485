package io.rapport.messaging.projection;

import io.rapport.messaging.consume.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer for all topics of a consumer group. The topics of a batch are applied at the same time, each by its {@link
 * TopicApplier}, and committed when all of them are done. The partitions of a topic whose batch failed are paused until the batch
 * is due again; the other topics are not affected. At-least-once.
 */
final class GroupConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(GroupConsumer.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    /**
     * Records that arrive within this time after the first form a batch with it. A store needs about as long for a batch of one record
     * as for one of ten, and each batch is a commit for the broker. The first poll alone would return what the consumer fetched before
     * the last batch was applied.
     */
    private static final long GATHER_NANOS = 50_000_000;

    private final String group;
    private final Map<String, TopicApplier> appliers;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ExecutorService parallel;
    private final ProjectionProgress progress;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private volatile @Nullable Consumer<byte[], byte[]> running;

    /** Whether records were read that are not applied; their offsets must not be committed. */
    private boolean isGathering;

    /** Whether partitions were revoked or assigned since. */
    private boolean isReassigned;

    /**
     * A consumer that is not started.
     *
     * @param consumers creates the consumer, at the start and after a failure
     * @param parallel applies the topics of a poll
     */
    GroupConsumer(
            String group,
            Collection<TopicApplier> appliers,
            Supplier<Consumer<byte[], byte[]>> consumers,
            ExecutorService parallel,
            ProjectionProgress progress) {
        this.group = group;
        this.appliers = appliers.stream().collect(Collectors.toMap(TopicApplier::topic, each -> each));
        this.consumers = consumers;
        this.parallel = parallel;
        this.progress = progress;
        this.thread = new Thread(() -> RetryDelay.repeat(this::follow, stopped), group);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Requests the end after the batches that are being applied. */
    void stop() {
        stopped.countDown();
        var consumer = running;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** Waits for the end; returns whether it came in time. */
    boolean awaitEnd(Duration timeout) throws InterruptedException {
        thread.join(Math.max(1, timeout.toMillis()));
        return !thread.isAlive();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Follows the topics until stopped or until a failure of the consumer; returns whether any poll succeeded. */
    private boolean follow() throws InterruptedException {
        var polled = false;
        try (var consumer = consumers.get()) {
            running = consumer;
            committed.clear();
            subscribe(consumer);
            while (!isStopped()) {
                step(consumer);
                polled = true;
            }
        } catch (WakeupException e) {
            LOG.debug("Stopped reading as {}", group);
        } catch (RuntimeException e) {
            LOG.warn("Reading as {} failed, retrying from the committed offsets: {}", group, e.toString());
        } finally {
            running = null;
        }
        return polled;
    }

    /** Joins the group. */
    void subscribe(Consumer<?, ?> consumer) {
        consumer.subscribe(appliers.keySet(), new RebalanceListener(consumer));
    }

    /** Reads a batch, applies it and commits what was applied. */
    void step(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        resumeDue(consumer);
        var records = read(consumer);
        apply(consumer, records);
        commit(consumer, records.partitions());
        noteCompleted(consumer);
    }

    /** At most twice the records of a poll; none if partitions were reassigned meanwhile. */
    private ConsumerRecords<byte[], byte[]> read(Consumer<byte[], byte[]> consumer) {
        var batch = new LinkedHashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var size = add(consumer.poll(timeout()), batch);
        isGathering = true;
        try {
            var end = System.nanoTime() + GATHER_NANOS;
            for (var left = GATHER_NANOS;
                    size > 0 && size < ProjectionConsumerFactory.MAX_BATCH && left > 0;
                    left = end - System.nanoTime()) {
                size += add(consumer.poll(Duration.ofNanos(left)), batch);
            }
        } finally {
            isGathering = false;
        }
        var records = new ConsumerRecords<>(batch, Map.of());
        if (isReassigned) {
            isReassigned = false;
            seekBack(consumer, records);
            return ConsumerRecords.empty();
        }
        return records;
    }

    private static int add(
            ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> batch) {
        for (var partition : records.partitions()) {
            batch.computeIfAbsent(partition, key -> new ArrayList<>()).addAll(records.records(partition));
        }
        return records.count();
    }

    /**
     * Another member may already have applied newer records of a partition that was reassigned: those that are still assigned are read
     * again.
     */
    private static void seekBack(Consumer<?, ?> consumer, ConsumerRecords<?, ?> records) {
        var assigned = consumer.assignment();
        for (var partition : records.partitions()) {
            if (assigned.contains(partition)) {
                var first = records.records(partition).get(0).offset();
                consumer.seek(partition, Math.min(consumer.position(partition), first));
            }
        }
    }

    private void apply(Consumer<?, ?> consumer, ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        var byTopic = StreamSupport.stream(records.spliterator(), false)
                .collect(Collectors.groupingBy(ConsumerRecord::topic));
        var now = Instant.now();
        var batches = byTopic.entrySet().stream()
                .map(batch -> Executors.callable(() -> applier(batch.getKey()).apply(batch.getValue(), now)))
                .toList();
        for (var result : parallel.invokeAll(batches)) {
            requireNoError(result);
        }
        for (var partition : records.partitions()) {
            if (applier(partition.topic()).retryAt() != null) {
                consumer.seek(partition, records.records(partition).get(0).offset());
                consumer.pause(partitions(consumer, partition.topic()));
            }
        }
    }

    private static void requireNoError(Future<?> result) throws InterruptedException {
        try {
            result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A batch failed with an error", e.getCause());
        }
    }

    private void resumeDue(Consumer<?, ?> consumer) {
        var now = Instant.now();
        for (var applier : appliers.values()) {
            var at = applier.retryAt();
            if (at != null && !at.isAfter(now)) {
                applier.retry();
                consumer.resume(partitions(consumer, applier.topic()));
            }
        }
    }

    private Duration timeout() {
        var now = Instant.now();
        return appliers.values().stream()
                .flatMap(applier -> Stream.ofNullable(applier.retryAt()))
                .map(at -> Duration.between(now, at))
                .map(due -> due.isNegative() ? Duration.ZERO : due)
                .filter(due -> due.compareTo(POLL) < 0)
                .min(Duration::compareTo)
                .orElse(POLL);
    }

    /**
     * Commits the positions that have changed, those behind the markers of transactions included, which would otherwise count as
     * lag. The position of a failed batch is its start.
     */
    private void commit(Consumer<?, ?> consumer, Collection<TopicPartition> read) {
        var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : consumer.assignment()) {
            if (read.contains(partition) || consumer.currentLag(partition).isPresent()) {
                var position = consumer.position(partition);
                if (position > committed.getOrDefault(partition, 0L)) {
                    positions.put(partition, new OffsetAndMetadata(position));
                }
            }
        }
        if (!positions.isEmpty()) {
            commit(consumer, positions);
        }
    }

    private void commit(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> positions) {
        try {
            commitOnce(consumer, positions);
            positions.forEach((partition, position) -> committed.put(partition, position.offset()));
        } catch (RebalanceInProgressException e) {
            LOG.debug("The offsets of {} are committed after the rebalance", group);
        } catch (CommitFailedException e) {
            LOG.warn(
                    "The partitions of {} were assigned to another member; their last batch is delivered again", group);
        }
    }

    /** The end may be requested while a batch is applied: its offsets are committed nevertheless. */
    private static void commitOnce(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> positions) {
        try {
            consumer.commitSync(positions);
        } catch (WakeupException e) {
            consumer.commitSync(positions);
        }
    }

    private void noteCompleted(Consumer<?, ?> consumer) {
        for (var topic : progress.behind()) {
            if (appliers.containsKey(topic) && hasReadAll(consumer, partitions(consumer, topic))) {
                progress.completed(topic);
            }
        }
    }

    /** A consumer has read everything only if it has partitions and none of them has lag: the broker may be slow. */
    static boolean hasReadAll(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return !partitions.isEmpty()
                && partitions.stream()
                        .allMatch(each -> consumer.currentLag(each).orElse(1) == 0);
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.assignment().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }

    private TopicApplier applier(String topic) {
        return Objects.requireNonNull(appliers.get(topic), topic);
    }

    /** No batch is being applied when a rebalance is reported: that happens in a poll. */
    private final class RebalanceListener implements ConsumerRebalanceListener {

        private final Consumer<?, ?> consumer;

        RebalanceListener(Consumer<?, ?> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!isGathering) {
                commit(consumer, List.of());
            }
            note(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            appliers.keySet().forEach(progress::lost);
            note(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            appliers.keySet().forEach(progress::assigned);
            note(partitions);
        }

        private void note(Collection<TopicPartition> partitions) {
            isReassigned = isGathering;
            partitions.forEach(committed::remove);
            appliers.values().forEach(TopicApplier::noteRebalance);
        }
    }
}
