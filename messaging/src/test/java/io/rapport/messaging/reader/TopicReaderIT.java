package io.rapport.messaging.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.MessagingTestBase;
import io.rapport.messaging.consume.BatchHandler;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.topic.TopicPartitions;
import io.rapport.test.TestBroker;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class TopicReaderIT extends MessagingTestBase {

    private final String key = "a|" + UUID.randomUUID();
    private final List<ReceivedRecord<BrandDayTurned>> delivered = new CopyOnWriteArrayList<>();

    @Test
    void readsFromTheBeginningToTheEndAndReportsWhatIsLeft() throws Exception {
        publish(key, 1);
        publish(key, 2);
        publishTombstone(key, 3);
        var remaining = new CopyOnWriteArrayList<Long>();

        fromBeginning().readToEnd(remaining::add);

        assertThat(values()).containsExactly(day(key, 1), day(key, 2), null);
        assertThat(remaining.get(0)).isPositive();
    }

    @Test
    void readToEndThrowsWhatTheHandlerThrows() throws Exception {
        publish(key, 1);
        var reader = readers.reader(
                "failing", TopicSubscription.fromBeginning(Topic.BRAND_DAY, BrandDayTurned.class, batch -> {
                    throw new IllegalStateException("the store is away");
                }));

        assertThatThrownBy(() -> reader.readToEnd(remaining -> {})).hasMessage("the store is away");
    }

    @Test
    void followsAfterItHasCaughtUp() throws Exception {
        publish(key, 1);
        var reader = fromBeginning();
        reader.start(topics.created());
        try {
            reader.caughtUp().get(2, TimeUnit.MINUTES);
            assertThat(values()).containsExactly(day(key, 1));
            assertThat(reader.health().getStatus()).isEqualTo(Status.UP);

            publish(key, 2);
            await().untilAsserted(() -> assertThat(values()).containsExactly(day(key, 1), day(key, 2)));
            await().until(() -> reader.lag() == 0);
        } finally {
            reader.destroy();
        }
    }

    @Test
    void redeliversFromTheLastDeliveredPositionAfterAFailure() throws Exception {
        var attempts = new AtomicInteger();
        publish(key, 1);
        var reader = reader(StartPosition.beginning(), batch -> {
            if (batch.stream().anyMatch(this::isMine) && attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("the store is away");
            }
            delivered.addAll(batch);
        });
        reader.start();
        try {
            await().untilAsserted(() -> assertThat(values()).containsExactly(day(key, 1)));
            assertThat(attempts).hasValue(3);
        } finally {
            reader.destroy();
        }
    }

    @Test
    void readsOnlyWhatFollowsTheResolvedEnd() throws Exception {
        publish(key, 1);
        var reader = reader(StartPosition.end(), delivered::addAll).resolvePositions();
        publish(key, 2);
        reader.start();
        try {
            await().untilAsserted(() -> assertThat(values()).containsExactly(day(key, 2)));
        } finally {
            reader.destroy();
        }
    }

    @Test
    void continuesWhereAConsumerGroupIs() throws Exception {
        publish(key, 1);
        var group = "group-" + UUID.randomUUID();
        commitEnds(group);
        publish(key, 2);

        reader(StartPosition.committedBy(group), delivered::addAll).readToEnd(remaining -> {});

        assertThat(values()).containsExactly(day(key, 2));
    }

    @Test
    void undecodableRecordsAreDeadLettered() throws Exception {
        var counter = METERS.counter("rapport.dead.letters", "topic", Topic.BRAND_DAY.name());
        var before = counter.count();
        var end = reader(StartPosition.end(), delivered::addAll).resolvePositions();
        sendRaw(Topic.BRAND_DAY, key.getBytes(), "{broken".getBytes());
        publish(key, 1);

        end.start();
        try {
            await().untilAsserted(() -> assertThat(values()).containsExactly(day(key, 1)));
            assertThat(counter.count()).isEqualTo(before + 1);
        } finally {
            end.destroy();
        }
    }

    private TopicReader fromBeginning() {
        return reader(StartPosition.beginning(), delivered::addAll);
    }

    private TopicReader reader(StartPosition start, BatchHandler<BrandDayTurned> handler) {
        return readers.reader(
                "reader-" + key, new TopicSubscription<>(Topic.BRAND_DAY, BrandDayTurned.class, start, handler));
    }

    private boolean isMine(ReceivedRecord<?> received) {
        return received.key().equals(key);
    }

    private List<BrandDayTurned> values() {
        return delivered.stream()
                .filter(this::isMine)
                .map(ReceivedRecord::value)
                .toList();
    }

    private static void commitEnds(String group) {
        var settings = new HashMap<>(TestBroker.client());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = TopicPartitions.of(consumer, Topic.BRAND_DAY);
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            consumer.commitSync();
        }
    }
}
