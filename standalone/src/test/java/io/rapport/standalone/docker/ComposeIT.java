package io.rapport.standalone.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

/**
 * {@code docker-compose.yml} as the README has it run: the services become healthy, an event becomes a named person with a
 * score at the address of the gateway, Prometheus scrapes all four services, and a restart keeps everything. Each image runs without privileges,
 * serves nothing to anonymous clients but its probes, and stops when asked. Grafana's container is left out: its image is not obtainable everywhere.
 * Skipped where there is no Docker.
 */
@Tag("docker")
@EnabledIfDockerAvailable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {

    private static final List<String> SERVICES =
            List.of("kafka", "mongo", "ingest", "identity", "scoring", "report", "gateway", "prometheus");
    private static final Map<String, Integer> PORTS =
            Map.of("ingest", 8081, "identity", 8082, "scoring", 8083, "report", 8084);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String TOKEN = secret();
    private static final RestClient REST = new RestClient(TOKEN);
    private static final String BRAND = "/v1/agencies/compose/brands/acme";
    private static final String ADDRESS = "http://127.0.0.1:8080" + BRAND;

    private static ComposeContainer compose;

    @BeforeAll
    static void up() {
        compose = new ComposeContainer(
                        new File("../docker-compose.yml"), new File("src/test/resources/compose-overrides.yml"))
                .withServices(SERVICES.toArray(String[]::new))
                .withBuild(true)
                .withPull(false)
                .withRemoveVolumes(true)
                .withEnv("RAPPORT_ADMIN_TOKEN", TOKEN)
                .withEnv("RAPPORT_EMAIL_HASH_KEY", secret())
                .withEnv("RAPPORT_HASH_KEY", secret())
                .withEnv("RAPPORT_TOPICS_PARTITIONS", "2")
                .withStartupTimeout(LIMIT);
        compose.start();
        // Wait.forHealthcheck() asks without a pause and keeps one core busy while the services start on the other.
        await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(2))
                .until(() ->
                        SERVICES.stream().allMatch(service -> container(service).isHealthy()));
    }

    @AfterAll
    static void down() {
        compose.stop();
    }

    @Test
    @Order(1)
    void anEventBecomesANamedPersonWithAScore() {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> !REST.send("PUT", ADDRESS, "{\"name\":\"Acme\",\"timeZone\":\"UTC\",\"clock\":\"EVENT\"}")
                        .isEmpty());
        var event = """
                [{"source":"compose","sourceId":"1","channel":"x","occurredAt":"2026-01-02T03:04:05Z",
                  "direction":"INBOUND","kind":"REFERRAL","actor":{"id":"7","displayName":"Ada Byron"}}]""";
        await().atMost(LIMIT)
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(() -> REST.send("POST", ADDRESS + "/engagements", event)
                                .get("accepted")
                                .asInt()
                        == 1);
        awaitNamedPerson();
        await().atMost(LIMIT)
                .until(() -> REST.get(ADDRESS + "/accounts").get("balances").asBoolean());
    }

    @Test
    @Order(2)
    void prometheusScrapesAllServicesAndItsRulesHold() throws Exception {
        await().atMost(LIMIT)
                .until(() -> REST.get("http://127.0.0.1:9090/api/v1/query?query=sum(up)")
                        .at("/data/result/0/value/1")
                        .asString()
                        .equals("4"));
        assertThat(run("prometheus", "promtool", "check", "config", "/etc/rapport/prometheus.yml"))
                .isZero();
        assertThat(run("prometheus", "promtool", "test", "rules", "/etc/rapport/rules_test.yml"))
                .isZero();
    }

    @Test
    @Order(3)
    void aRestartKeepsEverything() {
        var docker = DockerClientFactory.lazyClient();
        List.of("scoring", "report")
                .forEach(
                        service -> docker.restartContainerCmd(container(service).getContainerId())
                                .exec());
        awaitNamedPerson();
    }

    @Test
    @Order(4)
    void servicesShowAnonymousClientsOnlyTheirProbes() {
        PORTS.forEach((service, port) -> {
            var base = "http://127.0.0.1:" + port;
            // Two of them have just been started again.
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(RestClient.anonymousStatus(base + "/actuator/health/readiness"))
                            .as(service)
                            .isEqualTo(200));
            assertThat(REST.get(base + "/openapi.json").get("openapi").asString())
                    .as(service)
                    .startsWith("3.1");
            assertThat(RestClient.anonymousStatus(base + "/actuator/prometheus"))
                    .as(service)
                    .isEqualTo(401);
            assertThat(RestClient.anonymousStatus(base + "/v1/agencies/a/brands/b/people"))
                    .as(service)
                    .isEqualTo(401);
        });
        assertThat(RestClient.anonymousStatus("http://127.0.0.1:8080/actuator/prometheus"))
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void imagesRunUnprivilegedAndStopWhenAsked() throws Exception {
        for (var service : PORTS.keySet()) {
            assertRunsUnprivilegedAndStops(service);
        }
        assertRunsUnprivilegedAndStops("gateway");
    }

    private static void assertRunsUnprivilegedAndStops(String service) throws Exception {
        var container = container(service);
        assertThat(container.execInContainer("id", "-u").getStdout().strip())
                .as(service)
                .isEqualTo("10001");
        assertThat(container.getLogs(OutputType.STDOUT)).as(service).doesNotContain(TOKEN);
        DockerClientFactory.lazyClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(60)
                .exec();
        // 143 is what a JVM that shut down in good order after SIGTERM exits with; 137 would be a kill.
        assertThat(container.getCurrentContainerInfo().getState().getExitCodeLong())
                .as(service)
                .isEqualTo(143);
    }

    private static void awaitNamedPerson() {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> REST.get(ADDRESS + "/people")
                        .at("/items/0/name")
                        .asString()
                        .equals("Ada Byron"));
    }

    private static long run(String service, String... command) throws Exception {
        var result = container(service).execInContainer(command);
        return result.getExitCode() == 0 ? 0 : fail(result.getStdout() + result.getStderr());
    }

    private static long fail(String output) {
        throw new AssertionError(output);
    }

    private static ContainerState container(String service) {
        return compose.getContainerByServiceName(service).orElseThrow();
    }

    private static String secret() {
        var bytes = new byte[32];
        new Random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
