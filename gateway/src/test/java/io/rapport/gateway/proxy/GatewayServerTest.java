package io.rapport.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.rapport.gateway.route.Backend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayServerTest {

    private static final String BRAND = "/v1/agencies/acme/brands/coffee";
    private static final int MEGABYTE = 1 << 20;
    private static final long LARGE = 300L * MEGABYTE;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Backend, URI> backends = new EnumMap<>(Backend.class);
    private final List<AutoCloseable> open = new ArrayList<>();
    private GatewayServer gateway;

    @BeforeEach
    void start() throws IOException {
        for (var backend : Backend.values()) {
            serve(backend, exchange -> respond(exchange, backend + " " + exchange.getRequestURI()));
        }
        restart();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        for (var each : open) {
            each.close();
        }
    }

    @Test
    void requestsReachTheServiceWithTheirPathAsItWasSent() throws Exception {
        assertThat(get(BRAND + "/people?q=%C3%85se&limit=2").body())
                .isEqualTo("report " + BRAND + "/people?q=%C3%85se&limit=2");
        assertThat(get(BRAND + "/reviews/a%2Fb").body()).isEqualTo("identity " + BRAND + "/reviews/a%2Fb");
        assertThat(get(BRAND + "/models").body()).startsWith("scoring ");
        assertThat(get(BRAND + "/rejected").body()).startsWith("ingest ");
    }

    @Test
    void theServiceSeesTheHostOfTheRequestAndWhereItCameFrom() throws Exception {
        serve(Backend.REPORT, exchange -> {
            var headers = exchange.getRequestHeaders();
            respond(
                    exchange,
                    headers.getFirst("Host") + " " + headers.getFirst("X-Forwarded-For") + " "
                            + headers.getFirst("X-Forwarded-Proto") + " " + headers.getFirst("Authorization"));
        });
        restart();

        var response = send(HttpRequest.newBuilder(url("/"))
                .header("Authorization", "Bearer secret")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Proto", "https"));

        assertThat(response.body()).isEqualTo("127.0.0.1:" + gateway.port() + " 127.0.0.1 http Bearer secret");
    }

    @Test
    void bodiesAreStreamed() throws Exception {
        serve(Backend.INGEST, exchange -> {
            try (var body = exchange.getRequestBody()) {
                respond(exchange, String.valueOf(body.transferTo(OutputStream.nullOutputStream())));
            }
        });
        serve(Backend.REPORT, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var answer = exchange.getResponseBody()) {
                new RepeatedByte(LARGE).transferTo(answer);
            }
        });
        restart();

        assertThat(upload().body()).isEqualTo(String.valueOf(LARGE));
        var response = http.send(HttpRequest.newBuilder(url("/")).build(), BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(LARGE);
        }
    }

    @Test
    void aRefusalBeforeTheBodyReachesAClientThatWaitsForIt() throws Exception {
        var refusing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(refusing);
        var thread = new Thread(() -> refuse(refusing));
        thread.start();
        backends.put(Backend.INGEST, URI.create("http://127.0.0.1:" + refusing.getLocalPort()));
        restart();

        var request = HttpRequest.newBuilder(url(BRAND + "/imports/clients"))
                .timeout(Duration.ofMinutes(1))
                .expectContinue(true)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of()), LARGE));

        assertThat(send(request).statusCode()).isEqualTo(413);
    }

    /** Answers without reading the body, as a service does that checks the length first. */
    private static void refuse(ServerSocket server) {
        try (var connection = server.accept()) {
            var lines = new BufferedReader(
                    new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            while (!lines.readLine().isEmpty()) {
                // The headers of the request.
            }
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 413 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eventsAreForwardedWhileTheResponseIsOpen() throws Exception {
        var received = new CountDownLatch(1);
        serve(Backend.REPORT, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var answer = exchange.getResponseBody()) {
                answer.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
                answer.flush();
                received.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        restart();

        var response = http.send(HttpRequest.newBuilder(url(BRAND + "/changes")).build(), BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            assertThat(new String(body.readNBytes(11), StandardCharsets.UTF_8)).isEqualTo("data: first");
            received.countDown();
        }
    }

    @Test
    void aServiceThatIsDownIsA503AndTheOthersGoOn() throws Exception {
        backends.put(Backend.SCORING, URI.create("http://127.0.0.1:" + unusedPort()));
        restart();

        var response = get(BRAND + "/models");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("urn:rapport:problem:service-unavailable", "scoring");
        assertThat(get(BRAND + "/people").statusCode()).isEqualTo(200);
    }

    @Test
    void failuresOfAServiceAreForwardedUnchanged() throws Exception {
        serve(Backend.REPORT, exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        restart();

        var response = get(BRAND + "/people");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void healthIsPublicAndNothingElseOfTheActuators() throws Exception {
        assertThat(get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        for (var hidden : List.of("/actuator/prometheus", "/actuator", "/v1/internal/ledgers/people")) {
            assertThat(get(hidden).statusCode()).as(hidden).isEqualTo(404);
        }
    }

    private HttpResponse<String> upload() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url(BRAND + "/imports/clients"))
                .POST(BodyPublishers.ofInputStream(() -> new RepeatedByte(LARGE))));
    }

    private void serve(Backend backend, HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        open.add(() -> {
            server.stop(0);
            threads.shutdownNow();
        });
        backends.put(backend, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void restart() {
        if (gateway != null) {
            gateway.close();
        }
        gateway = GatewayServer.start("127.0.0.1", 0, false, backends, exchange -> {});
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }

    private static void respond(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A body of one repeated byte. */
    private static final class RepeatedByte extends InputStream {

        private long left;

        RepeatedByte(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            var count = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
