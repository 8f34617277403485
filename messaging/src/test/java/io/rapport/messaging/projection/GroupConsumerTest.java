package io.rapport.messaging.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.consume.BatchHandler;
import io.rapport.messaging.consume.BatchProcessor;
import io.rapport.messaging.consume.DeadLetterQueue;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.consume.RecordDecoder;
import io.rapport.messaging.json.JsonSerde;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupConsumerTest {

    private static final TopicPartition DAYS = new TopicPartition(Topic.BRAND_DAY.name(), 0);
    private static final TopicPartition SET = new TopicPartition(Topic.BRAND_DAY_SET.name(), 0);
    private static final JsonSerde<BrandDayTurned> SERDE = new JsonSerde<>(BrandDayTurned.class);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final ExecutorService parallel = Executors.newCachedThreadPool();
    private final AtomicBoolean isStoreAway = new AtomicBoolean();
    private final AtomicBoolean isStackFull = new AtomicBoolean();
    private final List<Long> days = new ArrayList<>();
    private final List<Long> set = new ArrayList<>();
    private final ProjectionProgress progress = new ProjectionProgress(
            List.of(projection(Topic.BRAND_DAY, batch -> {}), projection(Topic.BRAND_DAY_SET, batch -> {})));
    private final GroupConsumer group = new GroupConsumer(
            "group",
            List.of(
                    applier(Topic.BRAND_DAY, batch -> {
                        if (isStoreAway.get()) {
                            throw new IllegalStateException("the store is away");
                        }
                        if (isStackFull.get()) {
                            throw new StackOverflowError();
                        }
                        batch.forEach(each -> days.add(sequence(each)));
                    }),
                    applier(Topic.BRAND_DAY_SET, batch -> batch.forEach(each -> set.add(sequence(each))))),
            () -> consumer,
            parallel,
            progress);

    @AfterEach
    void stop() {
        parallel.shutdown();
    }

    @Test
    void commitsEachTopicBehindItsLastRecord() throws Exception {
        subscribe(2, 1);

        group.step(consumer);

        assertBothTopicsAreApplied();
    }

    @Test
    void aTopicThatFailsIsReadAgainFromTheStartOfItsBatchAndTheOtherIsNotAffected() throws Exception {
        subscribe(2, 1);
        isStoreAway.set(true);

        group.step(consumer);

        assertThat(set).containsExactly(0L);
        assertThat(committed(SET)).isEqualTo(1);
        assertThat(committed(DAYS)).isZero();
        assertThat(consumer.paused()).containsExactly(DAYS);
        assertThat(consumer.position(DAYS)).isZero();

        isStoreAway.set(false);
        record(DAYS, 0);
        record(DAYS, 1);
        await().until(() -> {
            group.step(consumer);
            return days.size() == 2;
        });
        assertThat(days).containsExactly(0L, 1L);
        assertThat(consumer.paused()).isEmpty();
        assertThat(committed(DAYS)).isEqualTo(2);
    }

    @Test
    void recordsThatArriveSoonAfterTheFirstAreInItsBatch() throws Exception {
        subscribe(1, 0);
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> {
            consumer.updateEndOffsets(Map.of(DAYS, 2L, SET, 1L));
            record(DAYS, 1);
            record(SET, 0);
        });

        group.step(consumer);

        assertBothTopicsAreApplied();
    }

    @Test
    void aBatchIsReadAgainIfPartitionsAreReassignedBeforeItIsApplied() throws Exception {
        subscribe(2, 1);
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(SET)));

        group.step(consumer);

        assertThat(days).isEmpty();
        assertThat(set).isEmpty();
        assertThat(committed(SET)).isZero();
        assertThat(committed(DAYS)).isZero();
        assertThat(consumer.position(SET)).isZero();

        record(SET, 0);
        group.step(consumer);
        assertThat(set).containsExactly(0L);
        assertThat(committed(SET)).isEqualTo(1);
    }

    @Test
    void anErrorOfABatchDoesNotEndTheThreadButFailsThePoll() {
        subscribe(1, 0);
        isStackFull.set(true);

        assertThatThrownBy(() -> group.step(consumer))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(committed(DAYS)).isZero();
    }

    @Test
    void commitsPositionsBehindTheMarkersOfTransactions() throws Exception {
        subscribe(1, 1);
        group.step(consumer);

        consumer.seek(DAYS, 2);
        consumer.updateEndOffsets(Map.of(DAYS, 2L, SET, 1L));
        group.step(consumer);

        assertThat(committed(DAYS)).isEqualTo(2);
    }

    @Test
    void hasReadAllOnceNoPartitionHasLag() {
        consumer.assign(List.of(DAYS, SET));
        consumer.updateBeginningOffsets(Map.of(DAYS, 0L, SET, 0L));
        consumer.updateEndOffsets(Map.of(DAYS, 2L, SET, 0L));

        assertThat(GroupConsumer.hasReadAll(consumer, consumer.assignment())).isFalse();

        consumer.seek(DAYS, 2);
        assertThat(GroupConsumer.hasReadAll(consumer, consumer.assignment())).isTrue();
    }

    @Test
    void aConsumerWithoutPartitionsHasReadNothing() {
        assertThat(GroupConsumer.hasReadAll(consumer, Set.of())).isFalse();
    }

    private void assertBothTopicsAreApplied() {
        assertThat(days).containsExactly(0L, 1L);
        assertThat(set).containsExactly(0L);
        assertThat(committed(DAYS)).isEqualTo(2);
        assertThat(committed(SET)).isEqualTo(1);
    }

    private void subscribe(int ofDays, int ofSet) {
        group.subscribe(consumer);
        consumer.rebalance(List.of(DAYS, SET));
        consumer.updateBeginningOffsets(Map.of(DAYS, 0L, SET, 0L));
        consumer.updateEndOffsets(Map.of(DAYS, (long) ofDays, SET, (long) ofSet));
        for (var n = 0; n < ofDays; n++) {
            record(DAYS, n);
        }
        for (var n = 0; n < ofSet; n++) {
            record(SET, n);
        }
    }

    private void record(TopicPartition partition, long offset) {
        var value = SERDE.write(new BrandDayTurned("a", "b", LocalDate.of(2026, 1, 1), offset));
        consumer.addRecord(
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "a|b".getBytes(), value));
    }

    private long committed(TopicPartition partition) {
        var offset = consumer.committed(Set.of(partition)).get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private static long sequence(ReceivedRecord<BrandDayTurned> received) {
        return received.value().sequence();
    }

    private static Projection<BrandDayTurned> projection(Topic topic, BatchHandler<BrandDayTurned> handler) {
        return new Projection<>("group", topic, BrandDayTurned.class, handler);
    }

    private static TopicApplier applier(Topic topic, BatchHandler<BrandDayTurned> handler) {
        var letters = new DeadLetterQueue(new MockProducer<>(), "unused", new SimpleMeterRegistry(), Set::of);
        var processor =
                new BatchProcessor<>(new RecordDecoder<>(topic, BrandDayTurned.class, letters), handler, letters);
        return new TopicApplier(topic, processor, () -> {});
    }
}
