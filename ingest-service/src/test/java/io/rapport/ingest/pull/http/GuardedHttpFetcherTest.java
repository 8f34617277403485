package io.rapport.ingest.pull.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.web.outbound.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedHttpFetcherTest {

    private static final int MAX_BODY = 1000;

    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private final GuardedHttpFetcher http = new GuardedHttpFetcher(
            new AddressGuard(InetAddress::getAllByName, true),
            Duration.ofSeconds(20),
            MAX_BODY,
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
    private HttpServer server;
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        other = server();
        server = server();
        for (var each : List.of(server, other)) {
            each.createContext("/hello", exchange -> answer(exchange, 200, "hello", Map.of("X-A", "b")));
            each.createContext("/chunked", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("in chunks".getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            each.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(MAX_BODY + 1), Map.of()));
            each.createContext("/gone", exchange -> answer(exchange, 404, "no", Map.of()));
            each.createContext("/busy", exchange -> answer(exchange, 429, "", Map.of("Retry-After", "90")));
            each.createContext(
                    "/down",
                    exchange -> answer(exchange, 503, "", Map.of("Retry-After", "Sun, 1 Mar 2026 12:02:00 GMT")));
            each.createContext("/broken", exchange -> answer(exchange, 500, "", Map.of()));
            each.createContext("/same", exchange -> redirect(exchange, "/hello"));
            each.createContext("/other", exchange -> redirect(exchange, url(other, "/hello")));
            each.createContext("/loop", exchange -> redirect(exchange, "/loop"));
            each.createContext("/metadata", exchange -> redirect(exchange, "http://169.254.169.254/latest/meta-data/"));
            each.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
            each.createContext(
                    "/echo",
                    exchange -> answer(
                            exchange,
                            200,
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                            Map.of()));
            each.start();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
        other.stop(0);
        http.close();
    }

    @Test
    void readsStatusHeadersAndBody() {
        var content = http.get(uri("/hello?a=b"), Map.of());

        assertThat(content.status()).isEqualTo(200);
        assertThat(content.header("x-a")).contains("b");
        assertThat(content.body()).asString().isEqualTo("hello");
        assertThat(http.get(uri("/chunked"), Map.of()).body()).asString().isEqualTo("in chunks");
        assertThat(http.get(uri("/gone"), Map.of()).status()).isEqualTo(404);
        assertThat(http.post(uri("/echo"), Map.of(), "sent".getBytes(StandardCharsets.UTF_8))
                        .body())
                .asString()
                .isEqualTo("sent");
    }

    @Test
    void followsRedirectsAndKeepsCredentialsOnTheSameServerOnly() {
        var sent = Map.of("Authorization", "Bearer t");

        assertThat(http.get(uri("/same"), sent).body()).asString().isEqualTo("hello");
        assertThat(credentials).containsExactly("Bearer t");
        credentials.clear();
        assertThat(http.get(uri("/other"), sent).body()).asString().isEqualTo("hello");
        assertThat(credentials).containsExactly("null");
    }

    @Test
    void aRedirectToAnInternalAddressIsRefused() {
        assertThatThrownBy(() -> http.get(uri("/metadata"), Map.of())).hasMessageContaining("internal address");
        assertThatThrownBy(() -> http.get(uri("/file"), Map.of())).hasMessageContaining("Only http and https");
        assertThatThrownBy(() -> http.get(uri("/loop"), Map.of())).hasMessageContaining("too often");
    }

    @Test
    void retryAfterIsReadInSecondsAndAsADate() {
        assertThat(waitOf("/busy")).isEqualTo(Duration.ofSeconds(90));
        assertThat(waitOf("/down")).isEqualTo(Duration.ofMinutes(2));
        assertThat(waitOf("/broken")).isNull();
    }

    @Test
    void aLargeBodyIsNotRead() {
        assertThatThrownBy(() -> http.get(uri("/large"), Map.of())).hasMessageContaining("larger than 1000");
    }

    @Test
    void aCalendarOf50MegabytesIsNotReadToItsEnd() {
        var sent = new AtomicInteger();
        server.createContext("/calendar", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var event = "BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            try (var out = exchange.getResponseBody()) {
                while (sent.addAndGet(event.length) < 50_000_000) {
                    out.write(event);
                }
            }
        });

        assertThatThrownBy(() -> http.get(uri("/calendar"), Map.of())).hasMessageContaining("larger than 1000");
        assertThat(sent).hasValueLessThan(50_000_000);
    }

    @Test
    void whatIsNotHttpIsAFailure() throws IOException {
        for (var answer :
                List.of("", "hello\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc", "HTTP/1.1 9\r\n")) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var served = CompletableFuture.runAsync(() -> serve(socket, answer));
                var uri = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
                assertThatThrownBy(() -> http.get(uri, Map.of())).as(answer).isInstanceOf(FetchFailedException.class);
                served.join();
            }
        }
    }

    @Test
    void headersCannotBeInjected() {
        assertThatThrownBy(() -> http.get(uri("/hello"), Map.of("X", "a\r\nHost: b")))
                .isInstanceOf(FetchFailedException.class);
    }

    private Duration waitOf(String path) {
        return catchThrowableOfType(FetchFailedException.class, () -> http.get(uri(path), Map.of()))
                .minimumWait();
    }

    private URI uri(String path) {
        return URI.create(url(server, path));
    }

    private static String url(HttpServer server, String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange, int status, String body, Map<String, String> headers)
            throws IOException {
        credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void serve(ServerSocket socket, String answer) {
        try (var client = socket.accept()) {
            client.getInputStream().read(new byte[2000]);
            client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
