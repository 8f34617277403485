package io.rapport.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.SessionCredential;
import io.rapport.contracts.access.SessionOpened;
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
import io.rapport.web.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    @Test
    void aSessionFromTheTopicIsOpenUntilItIsClosed() {
        var http = new HttpTestClient(port);
        var value = "rps_" + "s".repeat(43);
        var hash = SecretHash.of(value);
        var token = new TokenIssued(
                "acme",
                new UUID(1, 2),
                "n",
                TokenDirectory.hash("token-of-a-session"),
                Set.of(),
                Set.of(Scope.READ),
                Instant.EPOCH,
                null);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var session = new SessionOpened(
                hash, SessionCredential.TOKEN, token.hash(), null, null, now, now, now.plus(Duration.ofDays(1)));
        await().until(() -> http.send("GET", "/actuator/health/readiness", "").status() == 200);
        publish(Topic.TOKEN_ISSUED, token.key(), token);

        publish(Topic.SESSION_OPENED, hash, session);
        await().until(() -> http.get("/v1/agencies/acme/brands", value).status() == 200);
        publish(Topic.SESSION_OPENED, hash, null);
        await().until(() -> http.get("/v1/agencies/acme/brands", value).status() == 401);

        // Another service recorded a use of the session before it read that the session was closed.
        var marker = new SessionOpened(
                SecretHash.of(value + 1),
                SessionCredential.TOKEN,
                token.hash(),
                null,
                null,
                now,
                now,
                session.expiresAt());
        publish(Topic.SESSION_OPENED, hash, session.usedAt(now.plusMillis(1)));
        publish(Topic.SESSION_OPENED, marker.hash(), marker);
        await().until(() -> http.get("/v1/agencies/acme/brands", value + 1).status() == 200);
        assertThat(http.get("/v1/agencies/acme/brands", value).status()).isEqualTo(401);
    }

    private static void publish(Topic topic, String key, @Nullable Object value) {
        try (var producer =
                new KafkaProducer<>(TestBroker.client(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    topic.name(), key, value == null ? null : Json.mapper().writeValueAsBytes(value)));
        }
    }
}
