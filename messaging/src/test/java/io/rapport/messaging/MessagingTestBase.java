package io.rapport.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.consume.DeadLetterQueue;
import io.rapport.messaging.consume.TopicOrigins;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.projection.ProjectionConsumerFactory;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.messaging.topic.TopicsProperties;
import io.rapport.test.TestBroker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A broker with all topics, and the clients the tests of this module use. */
public abstract class MessagingTestBase {

    /** A topic that takes records without a key: the broker refuses them on compacted topics. */
    public static final Topic UNKEYED = Topic.SENTIMENT_JUDGED;

    public static final String DEAD_LETTER_TOPIC = DeadLetterQueue.topicOf("test");
    public static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    public static final JsonSerde<BrandDayTurned> SERDE = new JsonSerde<>(BrandDayTurned.class);

    static EventPublisher publisher;
    static KafkaProducer<byte[], byte[]> raw;
    public static DeadLetterQueue deadLetters;
    public static TopicCreator topics;
    public static TopicReaderFactory readers;
    public static ProjectionConsumerFactory consumers;

    @BeforeAll
    static void connect() throws Exception {
        publisher = new EventPublisher(TestBroker.producer());
        raw = new KafkaProducer<>(TestBroker.client(), new ByteArraySerializer(), new ByteArraySerializer());
        deadLetters = new DeadLetterQueue(
                raw, DEAD_LETTER_TOPIC, METERS, TopicOrigins.of(TestBroker.client(), DEAD_LETTER_TOPIC));
        readers = new TopicReaderFactory(TestBroker.client(), deadLetters);
        consumers = new ProjectionConsumerFactory(TestBroker.client(), deadLetters, "");
        topics = createTopics();
        topics.created().get(2, TimeUnit.MINUTES);
    }

    @AfterAll
    static void disconnect() {
        publisher.destroy();
        raw.close();
    }

    public static TopicCreator createTopics() {
        return new TopicCreator(
                TestBroker.client(), new TopicsProperties(3, (short) 1, null), List.of(DEAD_LETTER_TOPIC));
    }

    public static void publish(String key, int n) throws Exception {
        publish(key, SERDE.write(day(key, n)), n);
    }

    public static void publishTombstone(String key, int n) throws Exception {
        publish(key, null, n);
    }

    private static void publish(String key, byte @Nullable [] value, int n) throws Exception {
        publisher.publish(Topic.BRAND_DAY.name(), value, event(key, n)).get(2, TimeUnit.MINUTES);
    }

    public static CloudEvent event(String key, int n) {
        return CloudEvent.state(Topic.BRAND_DAY, "test", key, n, Instant.now());
    }

    /** The event of a key {@code agency|brand}. */
    public static BrandDayTurned day(String key, int n) {
        var brand = BrandKey.of(key);
        return new BrandDayTurned(brand.agency(), brand.brand(), LocalDate.of(2026, 1, n), n);
    }

    public static void sendRaw(byte @Nullable [] key, byte[] value) throws Exception {
        sendRaw(UNKEYED, key, value);
    }

    public static void sendRaw(Topic topic, byte @Nullable [] key, byte[] value) throws Exception {
        raw.send(new ProducerRecord<>(topic.name(), key, value)).get(2, TimeUnit.MINUTES);
    }
}
