package io.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.test.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessagingConfigurationIT {

    /** A topic that takes records without a key: compacted ones refuse them at the broker. */
    private static final Topic UNKEYED = Topic.SENTIMENT_JUDGED;

    private static final String ASIDE = DeadLetterQueue.topicOf("test");
    private static final JsonSerde<BrandDayTurned> SERDE = new JsonSerde<>(BrandDayTurned.class);
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    private static EventPublisher publisher;
    private static KafkaProducer<byte[], byte[]> raw;
    private static DeadLetterQueue deadLetters;
    private static TopicCreator topics;

    @BeforeAll
    static void connect() throws Exception {
        publisher = new EventPublisher(TestBroker.producer());
        raw = new KafkaProducer<>(TestBroker.client(), new ByteArraySerializer(), new ByteArraySerializer());
        deadLetters = new DeadLetterQueue(raw, ASIDE, METERS);
        topics = create();
        topics.created().get(2, TimeUnit.MINUTES);
    }

    @AfterAll
    static void disconnect() {
        publisher.destroy();
        raw.close();
    }

    @Test
    void createsEveryTopicOnceHoweverOftenItIsAsked() throws Exception {
        create().created().get(2, TimeUnit.MINUTES);

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
    void aTableHasWhatWasThereAndFollowsWhatComes() throws Exception {
        publish("table|before", 1);
        try (var table = new Closing(table())) {
            table.it.caughtUp().get(2, TimeUnit.MINUTES);
            assertThat(table.it.get("table|before")).isEqualTo(day(1));

            publish("table|after", 2);
            await().untilAsserted(() -> assertThat(table.it.get("table|after")).isEqualTo(day(2)));

            publisher
                    .publish(Topic.BRAND_DAY.name(), null, event("table|before", 2))
                    .get();
            await().untilAsserted(() -> assertThat(table.it.get("table|before")).isNull());
        }
    }

    @Test
    void whatCannotBeReadIsSetAsideWholeAndTheRestGoesOn() throws Exception {
        var seen = new CopyOnWriteArrayList<String>();
        var key = UUID.randomUUID().toString();
        sendRaw(key.getBytes(), "{broken".getBytes());
        sendRaw(null, SERDE.write(day(3)));
        sendRaw(key.getBytes(), SERDE.write(day(3)));

        var container = listeners()
                .container(
                        "aside-" + key,
                        UNKEYED,
                        BrandDayTurned.class,
                        batch -> batch.forEach(event -> seen.add(event.key())));
        container.start();
        try {
            await().untilAsserted(() -> assertThat(seen).contains(key));
            // The one without a key lies on another partition, and may be read after that.
            await().until(() -> METERS.counter("rapport.dead.letters", "topic", UNKEYED.name())
                            .count()
                    == 2);
        } finally {
            container.stop();
        }

        assertThat(aside(key))
                .anySatisfy(record -> assertThat(new String(record)).isEqualTo("{broken"));
    }

    @Test
    void whatCouldNotBeTakenInComesAgain() throws Exception {
        var key = UUID.randomUUID().toString();
        var attempts = new AtomicInteger();
        var taken = new CopyOnWriteArrayList<ReceivedRecord<BrandDayTurned>>();
        publish(key, 4);

        var container = listeners().container("again-" + key, Topic.BRAND_DAY, BrandDayTurned.class, batch -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("the store is away");
            }
            taken.addAll(batch);
        });
        container.start();
        try {
            await().untilAsserted(() -> assertThat(taken)
                    .filteredOn(event -> event.key().equals(key))
                    .singleElement()
                    .satisfies(event -> assertThat(event.value()).isEqualTo(day(4))));
        } finally {
            container.stop();
        }
    }

    @Test
    void publishingFailsWhenNobodyListens() {
        var nowhere = new EventPublisher(Map.of("bootstrap.servers", "127.0.0.1:1"));
        try {
            var sent = nowhere.publish(Topic.BRAND_DAY.name(), SERDE.write(day(5)), event("nowhere", 5));

            assertThatThrownBy(() -> sent.get(2, TimeUnit.MINUTES)).isInstanceOf(ExecutionException.class);
        } finally {
            nowhere.destroy();
        }
    }

    private static TopicCreator create() {
        return new TopicCreator(TestBroker.client(), new TopicsProperties(3, (short) 1, null), List.of(ASIDE));
    }

    private static ListenerContainerFactory listeners() {
        return new ListenerContainerFactory(TestBroker.client(), deadLetters);
    }

    private static TopicTable<BrandDayTurned> table() {
        var source = new TopicTable.Source(TestBroker.client(), deadLetters);
        return new TopicTable<>(Topic.BRAND_DAY, BrandDayTurned.class, source, topics.created(), (key, value) -> {});
    }

    private static void publish(String key, int n) throws Exception {
        publisher
                .publish(Topic.BRAND_DAY.name(), SERDE.write(day(n)), event(key, n))
                .get(2, TimeUnit.MINUTES);
    }

    private static CloudEvent event(String key, int n) {
        return CloudEvent.state(Topic.BRAND_DAY, "test", key, n, Instant.now());
    }

    private static BrandDayTurned day(int n) {
        return new BrandDayTurned("a", "b", LocalDate.of(2026, 1, n), n);
    }

    private static void sendRaw(byte[] key, byte[] value) throws Exception {
        raw.send(new ProducerRecord<>(UNKEYED.name(), key, value)).get(2, TimeUnit.MINUTES);
    }

    private static List<byte[]> aside(String key) {
        try (var consumer =
                new KafkaConsumer<>(TestBroker.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(ASIDE).stream()
                    .map(partition -> new TopicPartition(ASIDE, partition.partition()))
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

    private record Closing(TopicTable<BrandDayTurned> it) implements AutoCloseable {
        @Override
        public void close() {
            it.destroy();
        }
    }
}
