package io.rapport.gateway.proxy;

import static io.rapport.gateway.proxy.GatewayFixture.BRAND;
import static io.rapport.gateway.proxy.GatewayFixture.firstLine;
import static io.rapport.gateway.proxy.GatewayFixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.gateway.route.UpstreamService;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that refuse a request before they have read it, that do not respond, and that are down. */
class UnavailableServiceTest {

    private static final String IMPORT = BRAND + "/imports/clients";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int MEGABYTE = 1 << 20;
    private static final long LARGE = 1L << 40;

    /**
     * What a service still reads of a body it has refused, as Tomcat does: more than the buffers of the sockets hold, so that the
     * gateway cannot have sent all of it before the service begins to read.
     */
    private static final int SWALLOWED = 32 * MEGABYTE;

    private GatewayFixture gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new GatewayFixture();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: close\r\n\r\ntoo large",
                "Connection: close\r\nContent-Length: 9\r\n\r\ntoo large",
                "Content-Length: 9\r\n\r\ntoo large",
                "Transfer-Encoding: chunked\r\n\r\n9\r\ntoo large\r\n0\r\n\r\n"
            })
    void aRefusalReachesAClientThatWaitsToContinue(String rest) throws Exception {
        gateway.serveRaw(UpstreamService.INGEST, connection -> write(connection, "HTTP/1.1 413 \r\n" + rest));
        gateway.start(TIMEOUT);

        try (var socket = gateway.connect()) {
            write(
                    socket,
                    "POST " + IMPORT + " HTTP/1.1\r\nHost: rapport\r\nContent-Length: " + LARGE
                            + "\r\nExpect: 100-continue\r\n\r\n");

            // What is sent next could be the body or another request: the connection ends.
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413")
                    .contains("Connection: close", "too large");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 52428800", "Transfer-Encoding: chunked"})
    void aRefusalReachesAClientThatIsSending(String length) throws Exception {
        gateway.serveRaw(UpstreamService.INGEST, UnavailableServiceTest::refuse);
        gateway.start(TIMEOUT);

        try (var socket = gateway.connect()) {
            write(socket, "POST " + IMPORT + " HTTP/1.1\r\nHost: rapport\r\n" + length + "\r\n\r\n");
            var chunk = "x".repeat(MEGABYTE);
            var sending = new Thread(
                    () -> sendUntilClosed(socket, length.endsWith("chunked") ? "100000\r\n" + chunk + "\r\n" : chunk));
            sending.start();

            assertThat(firstLine(socket)).startsWith("HTTP/1.1 401");
        }
    }

    private static void sendUntilClosed(Socket socket, String part) {
        try {
            for (var i = 0; i < 50; i++) {
                write(socket, part);
            }
        } catch (IOException e) {
            // The service has closed its connection.
        }
    }

    @Test
    void theRestOfARefusedBodyIsDiscardedAndTheConnectionGoesOn() throws Exception {
        gateway.serveRaw(UpstreamService.INGEST, connection -> {
            connection.getInputStream().skipNBytes(1000);
            write(connection, "HTTP/1.1 401 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        gateway.start(TIMEOUT);

        try (var socket = gateway.connect()) {
            write(
                    socket,
                    "POST " + IMPORT + " HTTP/1.1\r\nHost: rapport\r\nContent-Length: 3001000\r\n\r\n"
                            + "x".repeat(1000));
            assertThat(firstLine(socket)).startsWith("HTTP/1.1 401");
            for (var i = 0; i < 3; i++) {
                write(socket, "x".repeat(1_000_000));
            }
            write(socket, "GET " + BRAND + "/people HTTP/1.1\r\nHost: rapport\r\nConnection: close\r\n\r\n");

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("HTTP/1.1 200", "report " + BRAND + "/people");
        }
    }

    private static void refuse(Socket connection) throws IOException {
        write(connection, "HTTP/1.1 401 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        connection.getInputStream().skipNBytes(SWALLOWED);
    }

    @Test
    void aClientThatGoesOnSendingAfterTheResponseIsDisconnected() throws Exception {
        gateway.serveRaw(UpstreamService.INGEST, UnavailableServiceTest::refuse);
        gateway.start(Duration.ofSeconds(1));

        try (var socket = gateway.connect()) {
            write(socket, "POST " + IMPORT + " HTTP/1.1\r\nHost: rapport\r\nContent-Length: " + LARGE + "\r\n\r\n");
            write(socket, "x".repeat(MEGABYTE));

            assertThat(firstLine(socket)).startsWith("HTTP/1.1 401");
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aServiceThatIsDownIsA503AndTheOthersGoOn() throws Exception {
        gateway.stop(UpstreamService.SCORING);
        gateway.stop(UpstreamService.INGEST);
        gateway.start(TIMEOUT);

        assertUnavailable(gateway.get(BRAND + "/models"), "scoring");
        assertUnavailable(
                gateway.send(gateway.request(IMPORT)
                        .POST(BodyPublishers.ofInputStream(() -> new RepeatedByte(3 * MEGABYTE)))),
                "ingest");
        assertThat(gateway.get(BRAND + "/people").statusCode()).isEqualTo(200);
    }

    @Test
    void aHostThatAcceptsNoConnectionIsA504() throws Exception {
        gateway.freeze(UpstreamService.SCORING);
        gateway.start(TIMEOUT);

        var response = gateway.get(BRAND + "/models");

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("urn:rapport:problem:service-unreachable", "scoring");
        assertThat(gateway.get(BRAND + "/people").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatDoesNotRespondInTimeIsA503() throws Exception {
        gateway.serveRaw(
                UpstreamService.SCORING,
                connection -> connection.getInputStream().read());
        gateway.start(Duration.ofSeconds(1));

        assertUnavailable(gateway.get(BRAND + "/models"), "scoring");
        assertUnavailable(
                gateway.send(gateway.request(BRAND + "/models").POST(BodyPublishers.ofString("{}"))), "scoring");
    }

    @Test
    void aServiceThatDisconnectsIsA503() throws Exception {
        gateway.serveRaw(UpstreamService.SCORING, connection -> {});
        gateway.start(TIMEOUT);

        assertUnavailable(gateway.get(BRAND + "/models"), "scoring");
        assertUnavailable(
                gateway.send(gateway.request(BRAND + "/models").POST(BodyPublishers.ofString("{}"))), "scoring");
    }

    private static void assertUnavailable(HttpResponse<String> response, String service) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("urn:rapport:problem:service-unavailable", service);
    }
}
