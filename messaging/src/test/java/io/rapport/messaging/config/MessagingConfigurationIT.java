package io.rapport.messaging.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.MessagingTestBase;
import io.rapport.messaging.consume.BatchHandler;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.projection.Projection;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.test.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class MessagingConfigurationIT extends MessagingTestBase {

    @Test
    void createsMissingTopicsIdempotently() throws Exception {
        createTopics().created().get(2, TimeUnit.MINUTES);

        try (var admin = Admin.create(TestBroker.client())) {
            var names = Topic.ALL.stream().map(Topic::name).toList();
            assertThat(admin.describeTopics(names).allTopicNames().get().values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(3));
            assertThat(config(admin, Topic.BRAND_DAY, "cleanup.policy")).isEqualTo("compact");
            assertThat(config(admin, Topic.ENGAGEMENT_RECEIVED, "retention.ms")).isEqualTo("-1");
            assertThat(config(admin, Topic.BRAND_CHANGES, "retention.ms")).isEqualTo("2592000000");
        }
    }

    @Test
    void tablesHoldExistingRowsAndFollowChanges() throws Exception {
        publish("a|before", 1);
        sendRaw(Topic.BRAND_DAY_SET, "a|before".getBytes(), SERDE.write(day("a|before", 3)));
        var readers = new TopicReaderFactory(TestBroker.client(), deadLetters);
        var table = table(Topic.BRAND_DAY, readers);
        var other = table(Topic.BRAND_DAY_SET, readers);
        readers.tables().start();
        try {
            table.caughtUp().get(2, TimeUnit.MINUTES);
            assertThat(table.get("a|before")).isEqualTo(day("a|before", 1));
            assertThat(other.get("a|before")).isEqualTo(day("a|before", 3));

            publish("a|after", 2);
            await().untilAsserted(() -> assertThat(table.get("a|after")).isEqualTo(day("a|after", 2)));
            assertThat(other.get("a|after")).isNull();

            publishTombstone("a|before", 2);
            await().untilAsserted(() -> assertThat(table.get("a|before")).isNull());
            assertThat(other.get("a|before")).isEqualTo(day("a|before", 3));
            assertThatThrownBy(() -> table(Topic.BRAND_DAY, readers)).isInstanceOf(IllegalStateException.class);
        } finally {
            readers.tables().stop();
        }
    }

    @Test
    void undecodableRecordsGoToTheDeadLetterTopicAndTheRestIsDelivered() throws Exception {
        var seen = new CopyOnWriteArrayList<String>();
        var key = "a|b|x|" + UUID.randomUUID();
        sendRaw(key.getBytes(), "{broken".getBytes());
        sendRaw(null, SERDE.write(day("a|b", 3)));
        sendRaw(key.getBytes(), SERDE.write(day("a|b", 3)));

        var runner = start("undecodable-", UNKEYED, batch -> batch.forEach(event -> seen.add(event.key())));
        try {
            await().untilAsserted(() -> assertThat(seen).contains(key));
            // The one without a key lies on another partition, and may be read after that.
            await().until(() -> METERS.counter("rapport.dead.letters", "topic", UNKEYED.name())
                            .count()
                    == 2);
        } finally {
            runner.destroy();
        }

        assertThat(deadLettersOf(key))
                .anySatisfy(record -> assertThat(new String(record)).isEqualTo("{broken"));
    }

    @Test
    void failedBatchIsRedelivered() throws Exception {
        var key = "a|" + UUID.randomUUID();
        var attempts = new AtomicInteger();
        var taken = new CopyOnWriteArrayList<ReceivedRecord<BrandDayTurned>>();
        publish(key, 4);

        var runner = start("again-", Topic.BRAND_DAY, batch -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("the store is away");
            }
            taken.addAll(batch);
        });
        try {
            await().untilAsserted(() -> assertThat(taken)
                    .filteredOn(event -> event.key().equals(key))
                    .singleElement()
                    .satisfies(event -> assertThat(event.value()).isEqualTo(day(key, 4))));
        } finally {
            runner.destroy();
        }
    }

    @Test
    void publishingFailsWithoutABroker() {
        var nowhere = new EventPublisher(Map.of("bootstrap.servers", "127.0.0.1:1"));
        try {
            var sent = nowhere.publish(Topic.BRAND_DAY.name(), SERDE.write(day("a|b", 5)), event("nowhere", 5));

            assertThatThrownBy(() -> sent.get(2, TimeUnit.MINUTES)).isInstanceOf(ExecutionException.class);
        } finally {
            nowhere.destroy();
        }
    }

    private static ProjectionRunner start(String group, Topic topic, BatchHandler<BrandDayTurned> handler) {
        var runner = new ProjectionRunner(consumers, TestBroker.client(), METERS, null);
        runner.start(List.of(new Projection<>(group + UUID.randomUUID(), topic, BrandDayTurned.class, handler)));
        return runner;
    }

    private static TopicTable<BrandDayTurned> table(Topic topic, TopicReaderFactory readers) {
        return new TopicTable<>(topic, BrandDayTurned.class, readers, topics.created(), (key, value) -> {});
    }

    private static List<byte[]> deadLettersOf(String key) {
        try (var consumer =
                new KafkaConsumer<>(TestBroker.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(DEAD_LETTER_TOPIC).stream()
                    .map(partition -> new TopicPartition(DEAD_LETTER_TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new CopyOnWriteArrayList<byte[]>();
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key() != null && new String(record.key()).equals(key)) {
                        found.add(record.value());
                    }
                });
                return !found.isEmpty();
            });
            return found;
        }
    }

    private static String config(Admin admin, Topic topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }
}
