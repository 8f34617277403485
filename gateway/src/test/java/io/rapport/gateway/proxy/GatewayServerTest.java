package io.rapport.gateway.proxy;

import static io.rapport.gateway.proxy.GatewayFixture.BRAND;
import static io.rapport.gateway.proxy.GatewayFixture.respond;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.gateway.route.UpstreamService;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayServerTest {

    private static final long LARGE = 300L << 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private GatewayFixture gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new GatewayFixture();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    @Test
    void requestsReachTheServiceWithTheirPathAsItWasSent() throws Exception {
        assertThat(gateway.get(BRAND + "/people?q=%C3%85se&limit=2").body())
                .isEqualTo("report " + BRAND + "/people?q=%C3%85se&limit=2");
        assertThat(gateway.get(BRAND + "/reviews/a%2Fb").body()).isEqualTo("identity " + BRAND + "/reviews/a%2Fb");
        assertThat(gateway.get(BRAND + "/models").body()).startsWith("scoring ");
        assertThat(gateway.get("/v1/agencies/acme/hooks/shop?hub.challenge=a%20b")
                        .body())
                .isEqualTo("ingest /v1/agencies/acme/hooks/shop?hub.challenge=a%20b");
    }

    @Test
    void theServiceSeesTheHostOfTheRequestAndWhereItCameFrom() throws Exception {
        gateway.serve(UpstreamService.REPORT, exchange -> {
            var headers = exchange.getRequestHeaders();
            respond(
                    exchange,
                    headers.getFirst("Host") + " " + headers.getFirst("X-Forwarded-For") + " "
                            + headers.getFirst("X-Forwarded-Proto") + " " + headers.getFirst("X-Forwarded-Host")
                            + " " + headers.containsKey("Forwarded") + headers.containsKey("X-Forwarded-Prefix")
                            + " " + headers.getFirst("Authorization"));
        });
        gateway.start(TIMEOUT);

        var response = gateway.send(gateway.request("/")
                .header("Authorization", "Bearer secret")
                .header("Forwarded", "for=10.0.0.1;host=evil")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Forwarded-Proto", "https"));

        assertThat(response.body())
                .isEqualTo("127.0.0.1:" + gateway.port() + " 127.0.0.1 http 127.0.0.1 falsefalse Bearer secret");
    }

    @Test
    void headersOfOneConnectionAreNotForwarded() throws Exception {
        gateway.serve(UpstreamService.REPORT, exchange -> {
            exchange.getResponseHeaders().add("Keep-Alive", "timeout=7");
            respond(exchange, exchange.getRequestHeaders().entrySet().toString());
        });
        gateway.start(TIMEOUT);

        try (var socket = gateway.connect()) {
            GatewayFixture.write(
                    socket,
                    "GET / HTTP/1.1\r\nHost: rapport\r\nUpgrade: websocket\r\nTE: trailers\r\nX-Only-Here: 1\r\n"
                            + "Proxy-Authorization: secret\r\nConnection: upgrade, x-only-here, close\r\n\r\n");
            var response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(response).contains("Host=[rapport]").doesNotContain("timeout=7");
            assertThat(response).doesNotContainIgnoringCase("websocket", "trailers", "X-only-here", "secret");
        }
    }

    @Test
    void bodiesAreStreamed() throws Exception {
        gateway.serve(UpstreamService.INGEST, exchange -> {
            try (var body = exchange.getRequestBody()) {
                respond(exchange, String.valueOf(body.transferTo(OutputStream.nullOutputStream())));
            }
        });
        gateway.serve(UpstreamService.REPORT, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var answer = exchange.getResponseBody()) {
                new RepeatedByte(LARGE).transferTo(answer);
            }
        });
        gateway.start(TIMEOUT);

        for (var waits : List.of(true, false)) {
            var upload = gateway.request(BRAND + "/imports/clients")
                    .expectContinue(waits)
                    .POST(BodyPublishers.ofInputStream(() -> new RepeatedByte(LARGE)));
            assertThat(gateway.send(upload).body()).isEqualTo(String.valueOf(LARGE));
        }
        var response = gateway.http().send(gateway.request("/").build(), BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(LARGE);
        }
    }

    @Test
    void eventsAreForwardedWhileTheResponseIsOpen() throws Exception {
        var received = new CountDownLatch(1);
        gateway.serve(UpstreamService.REPORT, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var answer = exchange.getResponseBody()) {
                answer.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
                answer.flush();
                received.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        gateway.start(TIMEOUT);

        var response = gateway.http().send(gateway.request(BRAND + "/changes").build(), BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            assertThat(new String(body.readNBytes(11), StandardCharsets.UTF_8)).isEqualTo("data: first");
            received.countDown();
        }
    }

    @Test
    void failuresOfAServiceAreForwardedUnchanged() throws Exception {
        gateway.serve(UpstreamService.REPORT, exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        gateway.start(TIMEOUT);

        var response = gateway.get(BRAND + "/people");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void healthIsPublicAndNothingElseOfTheActuators() throws Exception {
        assertThat(gateway.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        for (var hidden : List.of("/actuator/prometheus", "/actuator", "/v1/internal/ledgers/people")) {
            assertThat(gateway.get(hidden).statusCode()).as(hidden).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://rapport/actuator/prometheus HTTP/1.1",
                "GET http://rapport/ HTTP/1.1",
                "GET http://example.org/ HTTP/1.1",
                "CONNECT example.org:443 HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET //actuator/prometheus HTTP/1.1",
                "GET /x/../actuator/prometheus HTTP/1.1",
                "GET /x/%2e%2E/actuator/prometheus HTTP/1.1",
                "GET /./actuator HTTP/1.1",
                "GET /actuator;x=1/prometheus HTTP/1.1",
                "GET /%61ctuator/prometheus HTTP/1.1",
                "GET /%zz HTTP/1.1"
            })
    void otherTargetsAreNotForwarded(String requestLine) throws Exception {
        assertThat(gateway.statusOf(requestLine)).matches("HTTP/1.1 40[04] .*");
    }

    @Test
    void aBodyOfTwoLengthsIsRefused() throws Exception {
        assertThat(gateway.statusOf("POST / HTTP/1.1", "Content-Length: 3", "Transfer-Encoding: chunked"))
                .startsWith("HTTP/1.1 400");
    }
}
