package io.rapport.gateway.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.rapport.gateway.route.UpstreamService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A gateway with four services that respond with their name and the path, until a test replaces one. */
final class GatewayFixture implements AutoCloseable {

    static final String BRAND = "/v1/agencies/acme/brands/coffee";

    private static final int QUEUE_MILLIS = 200;

    /** Serves one connection of a service, byte by byte. */
    interface RawService {

        void serve(Socket connection) throws IOException;
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<UpstreamService, URI> services = new EnumMap<>(UpstreamService.class);
    private final List<AutoCloseable> open = new ArrayList<>();
    private GatewayServer gateway;

    GatewayFixture() throws IOException {
        for (var service : UpstreamService.values()) {
            serve(service, exchange -> respond(exchange, service + " " + exchange.getRequestURI()));
        }
        start(Duration.ofMinutes(2));
    }

    /** Restarts the gateway after services have been replaced. */
    void start(Duration timeout) {
        if (gateway != null) {
            gateway.close();
        }
        gateway = GatewayServer.start(new InetSocketAddress("127.0.0.1", 0), timeout, false, services, exchange -> {});
    }

    void serve(UpstreamService service, HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        open.add(() -> {
            server.stop(0);
            threads.shutdownNow();
        });
        services.put(
                service, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** Replaces a service; the handler gets each connection after the head of its first request, and it is closed afterwards. */
    void serveRaw(UpstreamService service, RawService handler) throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(server);
        new Thread(() -> accept(server, handler)).start();
        services.put(service, URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    /** Replaces a service by one that is down. */
    void stop(UpstreamService service) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            services.put(service, URI.create("http://127.0.0.1:" + socket.getLocalPort()));
        }
    }

    /** Replaces a service by a host that accepts no connection: as many as it queues are waiting already. */
    void freeze(UpstreamService service) throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(server);
        var full = false;
        while (!full) {
            var waiting = new Socket();
            open.add(waiting);
            try {
                waiting.connect(server.getLocalSocketAddress(), QUEUE_MILLIS);
            } catch (SocketTimeoutException e) {
                full = true;
            }
        }
        services.put(service, URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                .timeout(Duration.ofMinutes(2));
    }

    HttpClient http() {
        return http;
    }

    int port() {
        return gateway.port();
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), gateway.port());
    }

    /** The status line of the response to a request with this request line and these header lines. */
    String statusOf(String... lines) throws IOException {
        try (var socket = connect()) {
            write(socket, String.join("\r\n", lines) + "\r\nHost: rapport\r\nConnection: close\r\n\r\n");
            return firstLine(socket);
        }
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    static void respond(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static void accept(ServerSocket server, RawService service) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                readHead(connection);
                service.serve(connection);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void readHead(Socket connection) throws IOException {
        var last = 0;
        for (var read = connection.getInputStream().read();
                read >= 0;
                read = connection.getInputStream().read()) {
            last = last << 8 | read;
            if (last == 0x0d0a0d0a) {
                return;
            }
        }
    }

    @Override
    public void close() throws Exception {
        gateway.close();
        for (var each : open) {
            each.close();
        }
    }
}
