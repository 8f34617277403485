package io.rapport.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.mongo.MongoAdminDecisionRepository;
import io.rapport.test.TestMongo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;

/** Tests outages of the broker, the store and the service. Each test has an agency and a store of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageIT {

    private static final String REGISTRATION = "{\"name\": \"Acme\", \"timeZone\": \"UTC\"}";

    private static EmbeddedKafkaKraftBroker broker;
    private static int agencies;

    private final String agency = "nord" + ++agencies;
    private final String brand = "/v1/agencies/" + agency + "/brands/acme";
    private TestMongo store;
    private RunningIngest ingest;

    @BeforeAll
    static void startBroker() {
        broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        // Twice the default: for a broker on a busy machine. A broker that is shut down is taken back only after that.
        broker.brokerProperty("broker.session.timeout.ms", "18000");
        broker.brokerProperty("initial.broker.registration.timeout.ms", "120000");
        broker.afterPropertiesSet();
    }

    @AfterAll
    static void stopBroker() {
        broker.destroy();
    }

    @BeforeEach
    void start() {
        store = TestMongo.embedded();
        ingest = run();
    }

    @AfterEach
    void stop() {
        ingest.close();
        store.close();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void acceptsNothingAndLosesNothingWithoutTheBroker() {
        register();
        await().until(() -> attempt(0, 100).status() == 202);

        broker.getCluster().brokers().get(0).shutdown();
        for (var attempt = 0; attempt < 3; attempt++) {
            var answer = attempt(100, 100);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.slug()).isEqualTo("unavailable");
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(ingest.put(brand, "{\"name\": \"New\", \"timeZone\": \"UTC\"}")
                        .status())
                .isEqualTo(503);
        assertThat(ingest.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(ingest.get("/actuator/health/readiness").status()).isEqualTo(503);

        broker.getCluster().brokers().get(0).startup();
        await().until(() -> attempt(100, 100).status() == 202);

        assertThat(ids()).containsAll(sourceIds(0, 200));
        await().until(() -> ingest.get(brand).body().path("name").asString().equals("New"));
    }

    @Test
    void publishesPendingDecisionsAfterARestart() {
        register();
        ingest.close();
        var brands = new MongoAdminDecisionRepository<>(
                store.database("rapport_ingest").getCollection("brands"), BrandRegistered.class);
        var changed = BrandRegisteredBuilder.builder()
                .agency(agency)
                .brand("acme")
                .name("Changed")
                .timeZone("UTC")
                .clock(BrandClock.LIVE)
                .staff(List.of())
                .paidMarkers(List.of())
                .version(2)
                .at(Instant.now())
                .build();
        assertThat(brands.save(new AdminDecision<>(agency + "|acme", 2, changed, false), 1))
                .isTrue();

        ingest = run();

        await().until(() -> brands.findPendingKeys().isEmpty());
        assertThat(TopicRecords.on(client(), Topic.BRAND_REGISTERED))
                .filteredOn(record -> record.key().startsWith(agency + "|"))
                .last()
                .satisfies(record -> assertThat(record.value()).contains("\"name\":\"Changed\"", "\"version\":2"));
        await().untilAsserted(() -> assertThat(
                        ingest.get("/actuator/prometheus").response().body())
                .containsPattern("rapport_ingest_engagements_total\\{agency=\"" + agency
                        + "\",.*outcome=\"rejected\".*} 0\\.0"));
    }

    @Test
    void restoresALostStoreFromTheTopics() {
        register();
        ingest.post(brand + "/engagements", "application/x-ndjson", "broken");
        var token = ingest.post(
                "/v1/agencies/" + agency + "/tokens",
                "application/json",
                "{\"name\": \"Feed\", \"scopes\": [\"READ\"]}");
        ingest.close();
        store.close();
        store = TestMongo.embedded();

        ingest = run();

        await().until(() -> ingest.get(brand + "/rejected").body().path("items").size() == 1);
        assertThat(ingest.put(brand, REGISTRATION).body().path("version").asInt())
                .isOne();
        assertThat(ingest.put(brand, "{\"name\": \"New\", \"timeZone\": \"UTC\"}")
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        var id = token.body().path("id").asString();
        assertThat(ingest.delete("/v1/agencies/" + agency + "/tokens/" + id).status())
                .isEqualTo(204);
    }

    @Test
    void restoresAStoreThatIsLostAtRuntime() {
        register();
        ingest.post(brand + "/engagements", "application/x-ndjson", "broken");
        ingest.put(brand + "/imports/clients/mapping", "{\"columns\": {\"Nr\": \"client\"}}");
        assertThat(list("1,Ann\n2,Bo\n").path("added").asInt()).isEqualTo(2);

        // The marks of what was filled go last: from then on it is filled again.
        store.database("rapport_ingest").listCollectionNames().into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing("meta"::equals))
                .forEach(name ->
                        store.database("rapport_ingest").getCollection(name).drop());
        ingest.awaitReady();

        var mapping = ingest.get(brand + "/imports/clients/mapping");
        assertThat(mapping.body().path("version").asInt()).isOne();
        var again = list("1,Ann\n");
        assertThat(again.path("unchanged").asInt()).isOne();
        assertThat(again.path("removed").asInt()).isOne();
        await().until(() -> ingest.get(brand + "/rejected").body().path("items").size() == 1);
    }

    @Test
    void acceptsEngagementsWithoutTheStore() {
        register();
        store.close();

        await().until(() -> attempt(0, 1).status() == 202);
        assertThat(ingest.put(brand, "{\"name\": \"New\", \"timeZone\": \"UTC\"}")
                        .status())
                .isEqualTo(503);
        assertThat(ingest.get(brand + "/rejected").status()).isEqualTo(503);
        assertThat(ingest.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(ingest.get("/actuator/health/readiness").status()).isEqualTo(503);
    }

    private RunningIngest run() {
        return new RunningIngest(broker.getBrokersAsString(), store.uri()).awaitReady();
    }

    private JsonNode list(String rows) {
        var answer = ingest.post(brand + "/imports/clients?complete=true", "text/csv", "Nr,Name\n" + rows);
        assertThat(answer.status()).isEqualTo(202);
        return answer.body();
    }

    private void register() {
        await().until(() -> ingest.put(brand, REGISTRATION).status() != 503);
    }

    private RunningIngest.Answer attempt(int from, int count) {
        var body = sourceIds(from, count).stream()
                .map(
                        "{\"source\":\"test\",\"sourceId\":\"%s\",\"occurredAt\":\"2026-02-01T03:00:00Z\",\"channel\":\"x\",\"kind\":\"MENTION\",\"direction\":\"INBOUND\",\"actor\":{\"id\":\"ann\"}}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
        return ingest.post(brand + "/engagements", "application/x-ndjson", body);
    }

    private static List<String> sourceIds(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(n -> "s" + n).toList();
    }

    private List<String> ids() {
        return TopicRecords.on(client(), Topic.ENGAGEMENT_RECEIVED).stream()
                .filter(record -> record.key().startsWith(agency + "|"))
                .map(record -> record.value().replaceAll(".*\"sourceId\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private Map<String, Object> client() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString());
    }
}
