package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.ExternalServices;
import io.rapport.standalone.launcher.StandaloneInstallation;
import io.rapport.test.StallingProxy;
import io.rapport.test.TestMongo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the store accepts connections but does not respond, services stay alive, refuse in time and serve what is in memory. */
class StalledStoreIT {

    private static final String AGENCY = "stalled";
    private static final String BRAND = "store";
    private static final int REQUESTS = 230;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path folder;

    @Test
    void theServicesStayAliveAndRecover() throws InterruptedException {
        try (var mongo = TestMongo.embedded();
                var proxy = new StallingProxy(URI.create(mongo.uri()).getPort());
                var rapport = StandaloneInstallation.start(folder.resolve("data"), 0, external(proxy), line -> {})) {
            var connection = rapport.connection();
            var api = new RestApi(connection);
            api.register(AGENCY, BRAND);

            proxy.stall();
            var people = List.of(url(connection.report(), "/people"), url(connection.identity(), "/people"));
            var waiting = people.stream()
                    .flatMap(url -> IntStream.range(0, REQUESTS).mapToObj(each -> get(url, connection)))
                    .toList();
            for (var service : services(connection)) {
                assertThat(status(service + "/actuator/health/liveness", connection))
                        .isEqualTo(200);
            }
            assertThat(status(connection.report() + "/actuator/health/readiness", connection))
                    .isEqualTo(503);
            assertThat(status(connection.identity() + "/actuator/health/readiness", connection))
                    .isEqualTo(503);
            waiting.forEach(StalledStoreIT::assertRefused);
            assertThat(status(url(connection.scoring(), "/models"), connection)).isEqualTo(200);
            assertThat(api.post(AGENCY, BRAND, "application/x-ndjson", row(), connection.token())
                            .status())
                    .isEqualTo(202);

            proxy.resume();
            for (var service : services(connection)) {
                await().until(() -> status(service + "/actuator/health/readiness", connection) == 200);
            }
            for (var url : people) {
                assertThat(get(url, connection).join().statusCode()).isEqualTo(200);
            }
        }
    }

    private static ExternalServices external(StallingProxy proxy) {
        return ExternalServices.of(Map.of("RAPPORT_MONGODB_URI", "mongodb://127.0.0.1:" + proxy.port()));
    }

    private static List<String> services(ConnectionInfo connection) {
        return List.of(connection.ingest(), connection.identity(), connection.scoring(), connection.report());
    }

    private static void assertRefused(CompletableFuture<HttpResponse<String>> waiting) {
        var response = waiting.join();
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("urn:rapport:problem:unavailable");
    }

    private int status(String url, ConnectionInfo connection) {
        return get(url, connection).join().statusCode();
    }

    private CompletableFuture<HttpResponse<String>> get(String url, ConnectionInfo connection) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + connection.token());
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static String url(String service, String path) {
        return service + "/v1/agencies/" + AGENCY + "/brands/" + BRAND + path;
    }

    private static String row() {
        return "{\"source\":\"test\",\"sourceId\":\"1\",\"channel\":\"web\",\"kind\":\"COMMENT\",\"direction\":\"INBOUND\","
                + "\"occurredAt\":\"2026-01-01T00:00:00Z\",\"actor\":{\"id\":\"a\"}}";
    }
}
