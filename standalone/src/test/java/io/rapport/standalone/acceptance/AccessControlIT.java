package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.Topic;
import io.rapport.gateway.GatewayApplication;
import io.rapport.gateway.proxy.GatewayServer;
import io.rapport.identity.IdentityApplication;
import io.rapport.ingest.IngestApplication;
import io.rapport.report.ReportApplication;
import io.rapport.scoring.ScoringApplication;
import io.rapport.standalone.access.DeniedOperationLog;
import io.rapport.standalone.access.GrantScript;
import io.rapport.standalone.access.GuardedBroker;
import io.rapport.standalone.embedded.EmbeddedStore;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** All services, behind the gateway, work with the permissions of {@code ops/kafka/grant}, and a subscriber can read public topics only. */
class AccessControlIT {

    private static final String TOKEN = "the-administrator-of-this-installation";
    private static final String SUBSCRIBER = "my-team";
    private static final String AGENCY = "guarded";
    private static final String BRAND = "shop";

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        while (!resources.isEmpty()) {
            resources.pop().close();
        }
    }

    @Test
    void servicesAndSubscribersHaveExactlyTheGrantedPermissions() throws Exception {
        var broker = GuardedBroker.start(
                folder.resolve("kafka"), List.of("ingest", "identity", "scoring", "report", SUBSCRIBER));
        resources.push(broker);
        GrantScript.run(Files.createDirectory(folder.resolve("grants")), broker, SUBSCRIBER);
        var connection = connection(broker);
        var api = new RestApi(connection);
        await().untilAsserted(() -> assertReady(api, connection));

        exerciseAllTopics(api, connection);

        assertThat(DeniedOperationLog.drain()).isEmpty();
        assertSubscriberAccess(broker);
    }

    /** Requests that make the services read and write all topics. */
    private static void exerciseAllTopics(RestApi api, ConnectionInfo connection) {
        api.register(AGENCY, BRAND);
        assertThat(api.token(AGENCY)).isNotEmpty();
        var brand = connection.url() + "/v1/agencies/" + AGENCY + "/brands/" + BRAND;
        api.sendExpectingSuccess(
                "PUT", brand + "/imports/clients/mapping", Map.of("columns", Map.of("Nummer", "client")));
        api.clients(AGENCY, BRAND, "Nummer,name,email,x\nc-1,Ann Example,ann@example.com,ann\n");
        api.send(AGENCY, BRAND, line("x", "ann", 1) + "\n" + line("mastodon", "ann", 2) + "\n" + line("x", "bo", 3));
        var person = await().until(
                        () -> api.report(AGENCY, BRAND, "/people?client=true").get("items"),
                        people -> people.size() == 1
                                && people.get(0).get("handles").size() == 2)
                .get(0)
                .get("person")
                .asString();

        api.sendExpectingSuccess("PUT", brand + "/identity-policy", Map.of("inference", false));
        correct(api, connection, person);
        activate(api, connection);
        erase(api, person);
    }

    private static void correct(RestApi api, ConnectionInfo connection, String person) {
        var timeline = "/people/" + person + "/timeline";
        var engagement = await().until(
                        () -> api.report(AGENCY, BRAND, timeline).get("items"), items -> !items.isEmpty())
                .get(0)
                .get("id")
                .asString();
        var path = "/engagements/" + engagement + "/sentiment";
        await().until(() -> api.get(connection.report(), AGENCY, BRAND, path).status() == 200);
        var report = connection.url() + "/v1/agencies/" + AGENCY + "/brands/" + BRAND;
        var corrected = api.sendExpectingSuccess(
                "PUT", report + path, Map.of("polarity", -1, "reason", "meant it the other way"));
        assertThat(corrected.get("published").asBoolean()).isTrue();
    }

    private static void activate(RestApi api, ConnectionInfo connection) {
        var scoring = connection.url() + "/v1/agencies/" + AGENCY + "/brands/" + BRAND + "/models";
        api.sendExpectingSuccess("POST", scoring, Map.of("version", "calm-1", "cap", 5));
        api.sendExpectingSuccess("POST", scoring + "/calm-1/preview", Map.of());
        await().untilAsserted(() -> assertThat(api.get(connection.scoring(), AGENCY, BRAND, "/models/calm-1/preview")
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("DONE"));
        api.sendExpectingSuccess("POST", scoring + "/calm-1/activate", Map.of("reason", "fewer shouts"));
        await().until(() ->
                api.report(AGENCY, BRAND, "/ror").get("modelVersion").asString().equals("calm-1"));
    }

    private static void erase(RestApi api, String person) {
        var id = api.erase(AGENCY, BRAND, person, "Request 1").body().get("id").asString();
        await().until(() -> api.erasure(AGENCY, BRAND, id).body().path("done").asBoolean());
    }

    private static void assertSubscriberAccess(GuardedBroker broker) {
        var settings = new HashMap<String, Object>(GuardedBroker.signIn(SUBSCRIBER));
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("group.id", SUBSCRIBER + ".scores");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(
                    Topic.RELATIONSHIP_CURRENT.name(), Topic.BRAND_CURRENT.name(), Topic.SPREAD_CURRENT.name()));
            var seen = new ArrayList<String>();
            await().pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> seen.add(each.topic()));
                return seen.contains(Topic.RELATIONSHIP_CURRENT.name()) && seen.contains(Topic.BRAND_CURRENT.name());
            });
            assertThat(DeniedOperationLog.drain()).isEmpty();
            for (var personal : List.of(Topic.IDENTITY_ASSIGNED, Topic.SENTIMENT_JUDGED, Topic.ENGAGEMENT_RECEIVED)) {
                assertThatThrownBy(() -> consumer.partitionsFor(personal.name()))
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
        assertThat(DeniedOperationLog.drain()).isNotEmpty().allMatch(denied -> denied.startsWith("User:" + SUBSCRIBER));
    }

    private ConnectionInfo connection(GuardedBroker broker) {
        var store = EmbeddedStore.start(0);
        resources.push(store);
        var ingest = start(IngestApplication.application(), "ingest", broker, store);
        var identity = start(IdentityApplication.application(), "identity", broker, store);
        var scoring = start(ScoringApplication.application(), "scoring", broker, store);
        var report = start(ReportApplication.application(), "report", broker, store);
        return new ConnectionInfo(
                startGateway(ingest, identity, scoring, report),
                ingest,
                identity,
                scoring,
                report,
                broker.bootstrapServers(),
                store.uri(),
                TOKEN);
    }

    private String start(
            SpringApplicationBuilder service, String principal, GuardedBroker broker, EmbeddedStore store) {
        var arguments = new ArrayList<>(List.of(
                "--PORT=0",
                "--RAPPORT_KAFKA=" + broker.bootstrapServers(),
                "--RAPPORT_MONGODB_URI=" + store.uri(),
                "--RAPPORT_ADMIN_TOKEN=" + TOKEN,
                "--RAPPORT_HASH_KEY=a secret of this installation",
                "--RAPPORT_EMAIL_HASH_KEY=a secret of this installation",
                "--RAPPORT_STREAMS_STATE_DIR=" + folder.resolve("streams"),
                "--RAPPORT_TOPICS_PARTITIONS=2"));
        GuardedBroker.signIn(principal)
                .forEach((name, value) -> arguments.add("--spring.kafka.properties[" + name + "]=" + value));
        ConfigurableApplicationContext context =
                service.registerShutdownHook(false).run(arguments.toArray(String[]::new));
        resources.push(context);
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    private String startGateway(String ingest, String identity, String scoring, String report) {
        var context = GatewayApplication.application()
                .registerShutdownHook(false)
                .run(
                        "--PORT=0",
                        "--RAPPORT_GATEWAY_INGEST=" + ingest,
                        "--RAPPORT_GATEWAY_IDENTITY=" + identity,
                        "--RAPPORT_GATEWAY_SCORING=" + scoring,
                        "--RAPPORT_GATEWAY_REPORT=" + report);
        resources.push(context);
        return "http://127.0.0.1:" + context.getBean(GatewayServer.class).port();
    }

    private static void assertReady(RestApi api, ConnectionInfo connection) {
        for (var service : List.of(
                connection.url(),
                connection.ingest(),
                connection.identity(),
                connection.scoring(),
                connection.report())) {
            assertThat(api.status(service + "/actuator/health/readiness"))
                    .as(service)
                    .isEqualTo(200);
        }
    }

    private static String line(String channel, String account, int n) {
        return "{\"source\":\"test\",\"sourceId\":\"%d\",\"channel\":\"%s\",\"occurredAt\":\"2026-01-0%dT00:00:00Z\",\"direction\":\"INBOUND\",\"kind\":\"COMMENT\",\"actor\":{\"id\":\"%s\",\"email\":\"%s@example.com\"},\"content\":{\"text\":\"good\"}}"
                .formatted(n, channel, n, account, account);
    }
}
