package io.rapport.standalone.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Each service's image: builds from the Dockerfile, becomes ready beside a broker and a MongoDB, runs without privileges,
 * serves nothing to anonymous clients but its probes, and stops when asked. Skipped where there is no Docker.
 */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class ServiceImagesIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String TOKEN = "image-test-token-of-the-installation";
    private static final Network NETWORK = Network.newNetwork();

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion())
            .withNetwork(NETWORK)
            .withListener("kafka:19092")
            // Local builds of the image keep their configuration readable to root alone.
            .withCreateContainerCmdModifier(command -> command.withUser("0:0"));

    @Container
    private static final MongoDBContainer MONGO =
            new MongoDBContainer("mongo:8.0").withNetwork(NETWORK).withNetworkAliases("mongo");

    private static Map<String, String> environment;

    @BeforeAll
    static void configure() {
        environment = Map.of(
                "RAPPORT_KAFKA",
                "kafka:19092",
                "RAPPORT_MONGODB_URI",
                "mongodb://mongo:27017",
                "RAPPORT_ADMIN_TOKEN",
                TOKEN,
                "RAPPORT_EMAIL_HASH_KEY",
                "0".repeat(64),
                "RAPPORT_HASH_KEY",
                "1".repeat(64),
                "RAPPORT_TOPICS_PARTITIONS",
                "2");
    }

    @ParameterizedTest
    @CsvSource({"ingest,8081", "identity,8082", "scoring,8083", "report,8084"})
    void imageRunsUnprivilegedAndBecomesReady(String service, int port) throws Exception {
        try (var container = container(service, service + "-service", port)) {
            container.start();
            var base = "http://" + container.getHost() + ":" + container.getMappedPort(port);

            assertThat(new RestClient(TOKEN)
                            .get(base + "/actuator/health/readiness")
                            .get("status")
                            .asString())
                    .isEqualTo("UP");
            assertThat(new RestClient(TOKEN)
                            .get(base + "/openapi.json")
                            .get("openapi")
                            .asString())
                    .startsWith("3.1");
            assertThat(RestClient.anonymousStatus(base + "/actuator/prometheus"))
                    .isEqualTo(401);
            assertThat(RestClient.anonymousStatus(base + "/v1/agencies/a/brands/b/people"))
                    .isEqualTo(401);
            assertRunsUnprivilegedAndStops(container);
        }
    }

    @Test
    void imageOfTheGatewayIsReadyWithoutTheServicesAndHidesThem() throws Exception {
        try (var container = container("gateway", "gateway", 8080)) {
            container.start();
            var base = "http://" + container.getHost() + ":" + container.getMappedPort(8080);

            assertThat(RestClient.anonymousStatus(base + "/actuator/prometheus"))
                    .isEqualTo(404);
            assertThat(RestClient.anonymousStatus(base + "/v1/agencies/a/brands/b/people"))
                    .isEqualTo(503);
            assertRunsUnprivilegedAndStops(container);
        }
    }

    private static void assertRunsUnprivilegedAndStops(GenericContainer<?> container)
            throws IOException, InterruptedException {
        assertThat(userOf(container)).isEqualTo("10001");
        assertThat(container.getLogs(OutputType.STDOUT)).doesNotContain(TOKEN);
        container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(60)
                .exec();
        // 143 is what a JVM that shut down in good order after SIGTERM exits with; 137 would be a kill.
        assertThat(container.getCurrentContainerInfo().getState().getExitCodeLong())
                .isEqualTo(143);
    }

    private static GenericContainer<?> container(String service, String module, int port) {
        var image = new ImageFromDockerfile("rapport-test/" + service, false)
                .withFileFromPath("ops/docker/Dockerfile", ROOT.resolve("ops/docker/Dockerfile"))
                .withFileFromPath(module + "/target", executableJar(module).getParent())
                .withDockerfilePath("ops/docker/Dockerfile")
                .withBuildArg("SERVICE", service)
                .withBuildArg("MODULE", module);
        return new GenericContainer<>(image)
                .withNetwork(NETWORK)
                .withEnv(environment)
                .withExposedPorts(port)
                .withTmpFs(Map.of("/tmp", "exec,size=128m", "/var/lib/rapport", "size=256m,uid=10001"))
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withReadonlyRootfs(true))
                .waitingFor(
                        Wait.forHttp("/actuator/health/readiness").forPort(port).forStatusCode(200))
                .withStartupTimeout(Duration.ofMinutes(5));
    }

    private static Path executableJar(String module) {
        var jar = ROOT.resolve(module + "/target/rapport-" + module + "-1.0.0-SNAPSHOT-exec.jar");
        assertThat(jar).as("Run './mvnw package' first").exists();
        return jar;
    }

    private static String userOf(GenericContainer<?> container) throws IOException, InterruptedException {
        return container.execInContainer("id", "-u").getStdout().strip();
    }
}
