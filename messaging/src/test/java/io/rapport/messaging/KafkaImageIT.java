package io.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.consume.DeadLetterQueue;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicSubscription;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.messaging.topic.TopicsProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** Topic creation, publishing and reading on the broker image; skipped where there is no Docker. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class KafkaImageIT {

    private static final String IMAGE = "apache/kafka:" + AppInfoParser.getVersion();

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer(IMAGE)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            // Local builds of the image keep their configuration readable to root alone.
            .withCreateContainerCmdModifier(command -> command.withUser("0:0"));

    private static Map<String, Object> settings;

    @BeforeAll
    static void connect() {
        settings = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, KAFKA.getBootstrapServers());
    }

    @Test
    void theComposeFileRunsTheBrokerOfTheClientsVersion() throws Exception {
        assertThat(Files.readString(Path.of("..", "docker-compose.yml"))).contains("image: " + IMAGE);
    }

    @Test
    void createsTopicsPublishesAndReadsThemBack() throws Exception {
        var deadLetterTopic = DeadLetterQueue.topicOf("image");
        var topics = new TopicCreator(settings, new TopicsProperties(2, (short) 1, null), List.of(deadLetterTopic));
        topics.created().get(2, TimeUnit.MINUTES);
        try (var admin = Admin.create(settings)) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topic.ALL.stream().map(Topic::name).toList())
                    .contains(deadLetterTopic);
        }

        var day = new BrandDayTurned("agency", "brand", LocalDate.of(2026, 1, 2), 1);
        var publisher = new EventPublisher(settings);
        publisher
                .publish(
                        Topic.BRAND_DAY.name(),
                        new JsonSerde<>(BrandDayTurned.class).write(day),
                        CloudEvent.state(Topic.BRAND_DAY, "image", "agency|brand", 1, Instant.now()))
                .get(2, TimeUnit.MINUTES);

        var read = new CopyOnWriteArrayList<BrandDayTurned>();
        var deadLetters = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        var readers = new TopicReaderFactory(
                settings, new DeadLetterQueue(deadLetters, deadLetterTopic, new SimpleMeterRegistry(), Set::of));
        readers.reader(
                        "image",
                        TopicSubscription.fromBeginning(
                                Topic.BRAND_DAY,
                                BrandDayTurned.class,
                                batch -> batch.forEach(it -> read.add(it.value()))))
                .readToEnd(remaining -> {});
        assertThat(read).containsExactly(day);
        deadLetters.close();
        publisher.destroy();
        topics.destroy();
    }
}
