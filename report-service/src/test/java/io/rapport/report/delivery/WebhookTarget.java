package io.rapport.report.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** A server that deliveries are posted to. A status of 0 is an answer that never comes. */
public final class WebhookTarget implements AutoCloseable {

    private static final int SUCCESS = 200;

    public final List<ReceivedDelivery> received = new CopyOnWriteArrayList<>();
    private final Set<String> delivered = ConcurrentHashMap.newKeySet();
    private final ToIntFunction<ReceivedDelivery> status;
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What was received. */
    public record ReceivedDelivery(int number, Map<String, List<String>> headers, String body) {

        /** The headers, for the reference library. */
        public HttpHeaders httpHeaders() {
            return HttpHeaders.of(headers, (name, value) -> true);
        }

        /** The id of the message. */
        public String id() {
            return headers.get("Webhook-id").get(0);
        }
    }

    public WebhookTarget(ToIntFunction<ReceivedDelivery> status) {
        this.status = status;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/in?from=rapport";
    }

    /** The messages that were answered with success. */
    public Set<String> delivered() {
        return delivered;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var delivery = new ReceivedDelivery(received.size(), Map.copyOf(exchange.getRequestHeaders()), body);
        received.add(delivery);
        var answer = status.applyAsInt(delivery);
        if (answer == SUCCESS) {
            delivered.add(delivery.id());
        }
        if (answer == 0) {
            await();
        } else {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data/");
            exchange.sendResponseHeaders(answer, -1);
        }
        exchange.close();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
