package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is answered while there is no broker: nobody is told that a token or a brand does not exist. */
@SpringBootTest(
        classes = EdgeTablesIT.Service.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "rapport.admin-token=" + SampleService.ADMINISTRATOR,
            "spring.application.name=sample",
            // Nothing listens on the discard port.
            "spring.kafka.bootstrap-servers=localhost:9"
        })
class EdgeTablesAwayIT {

    @LocalServerPort
    int port;

    @Test
    void neitherTokensNorBrandsAreDenied() {
        var token = new Http(port).get(EdgeSuite.SHOES + "/things", "any-token");
        var brand = new Http(port).get(EdgeSuite.SHOES + "/things", SampleService.ADMINISTRATOR);

        EdgeSuite.assertProblem(token, 503, "unavailable");
        assertThat(token.header("Retry-After")).isEqualTo("2");
        EdgeSuite.assertProblem(brand, 503, "unavailable");
    }

    @Test
    void itIsAliveAndNotReady() {
        var http = new Http(port);

        assertThat(http.send("GET", "/actuator/health/liveness", "").status()).isEqualTo(200);
        assertThat(http.send("GET", "/actuator/health/readiness", "").status()).isEqualTo(503);
    }
}
