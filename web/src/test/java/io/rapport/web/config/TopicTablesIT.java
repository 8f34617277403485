package io.rapport.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.messaging.config.MessagingConfiguration;
import io.rapport.messaging.json.Json;
import io.rapport.test.TestBroker;
import io.rapport.web.HttpTestClient;
import io.rapport.web.SampleController;
import io.rapport.web.SampleService;
import io.rapport.web.WebTestBase;
import io.rapport.web.auth.TokenDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens and brands as they come and go on a real broker. */
@SpringBootTest(
        classes = TopicTablesIT.Service.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"rapport.admin-token=" + SampleService.ADMINISTRATOR, "spring.application.name=sample"})
class TopicTablesIT {

    private static final String TOKEN = "token-from-the-topic";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({
        WebConfiguration.class,
        TopicTablesConfiguration.class,
        MessagingConfiguration.class,
        SampleController.class
    })
    static class Service {}

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry settings) {
        settings.add("spring.kafka.bootstrap-servers", TestBroker::bootstrap);
    }

    @Test
    void aTokenAndABrandAreGoodFromTheTopicAndUntilRevoked() {
        var http = new HttpTestClient(port);
        var token = new TokenIssued(
                "acme",
                new UUID(1, 1),
                "n",
                TokenDirectory.hash(TOKEN),
                Set.of(),
                Set.of(Scope.READ),
                Instant.EPOCH,
                null);
        var brand = BrandRegisteredBuilder.builder()
                .agency("acme")
                .brand("shoes")
                .name("Shoes")
                .timeZone("UTC")
                .clock(BrandClock.LIVE)
                .staff(List.of())
                .paidMarkers(List.of())
                .version(1)
                .at(Instant.EPOCH)
                .build();
        await().until(() -> http.send("GET", "/actuator/health/readiness", "").status() == 200);
        assertThat(http.get(WebTestBase.SHOES + "/things", TOKEN).status()).isEqualTo(401);

        publish(Topic.TOKEN_ISSUED, token.key(), token);
        await().until(() -> http.get(WebTestBase.SHOES + "/things", TOKEN).status() == 404);
        publish(Topic.BRAND_REGISTERED, new BrandKey("acme", "shoes").key(), brand);
        await().until(() -> http.get(WebTestBase.SHOES + "/things", TOKEN).status() == 200);

        publish(Topic.TOKEN_ISSUED, token.key(), null);
        await().until(() -> http.get(WebTestBase.SHOES + "/things", TOKEN).status() == 401);
        var health = http.get("/actuator/health/readiness", SampleService.ADMINISTRATOR)
                .json();
        assertThat(health.get("components").propertyNames()).contains("tables", "kafka");
    }

    private static void publish(Topic topic, String key, @Nullable Object value) {
        try (var producer =
                new KafkaProducer<>(TestBroker.client(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    topic.name(), key, value == null ? null : Json.mapper().writeValueAsBytes(value)));
        }
    }
}
