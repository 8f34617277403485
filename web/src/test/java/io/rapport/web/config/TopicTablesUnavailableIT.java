package io.rapport.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.HttpTestClient;
import io.rapport.web.SampleService;
import io.rapport.web.WebTestBase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Responses while there is no broker: none of them reports that a token or a brand does not exist. */
@SpringBootTest(
        classes = TopicTablesIT.Service.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "rapport.admin-token=" + SampleService.ADMINISTRATOR,
            "spring.application.name=sample",
            // Nothing listens on the discard port.
            "spring.kafka.bootstrap-servers=localhost:9"
        })
class TopicTablesUnavailableIT {

    @LocalServerPort
    int port;

    @Test
    void neitherTokensNorBrandsAreDenied() {
        var token = new HttpTestClient(port).get(WebTestBase.SHOES + "/things", "any-token");
        var brand = new HttpTestClient(port).get(WebTestBase.SHOES + "/things", SampleService.ADMINISTRATOR);

        WebTestBase.assertProblem(token, 503, "unavailable");
        assertThat(token.header("Retry-After")).isEqualTo("2");
        WebTestBase.assertProblem(brand, 503, "unavailable");
    }

    @Test
    void itIsAliveAndNotReady() {
        var http = new HttpTestClient(port);

        assertThat(http.send("GET", "/actuator/health/liveness", "").status()).isEqualTo(200);
        assertThat(http.send("GET", "/actuator/health/readiness", "").status()).isEqualTo(503);
    }
}
