package io.rapport.ingest.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server of documents on the loopback address, which answers conditional requests by entity tag. It can fail, and cut the connection
 * within a document. Forms that are posted are accepted.
 */
final class DocumentPeer implements AutoCloseable {

    /** The path of a calendar of 50 MB. */
    static final String HUGE = "/huge.ics";

    /** The path and the status of each answer. */
    final List<String> answers = new CopyOnWriteArrayList<>();

    /** The forms that were posted. */
    final List<String> forms = new CopyOnWriteArrayList<>();

    /** The documents by path. */
    final Map<String, String> documents = new ConcurrentHashMap<>();

    /** The answer to forms; empty for none. */
    volatile String accepted = "";

    /** The value of the header {@code Link} of documents; empty for none. */
    volatile String link = "";

    /** The status of all answers, 200 for those of documents. */
    volatile int status = 200;

    /** After how many bytes of a document the connection is cut; negative for never. */
    volatile int cutAfter = -1;

    private final HttpServer server;

    DocumentPeer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of a path. */
    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            respond(
                    exchange,
                    status != 200 ? status : accepted.isEmpty() ? 202 : 200,
                    accepted.getBytes(StandardCharsets.UTF_8));
            return;
        }
        var path = exchange.getRequestURI().getPath();
        if (path.equals(HUGE)) {
            respondHuge(exchange);
            return;
        }
        var document = documents.get(path);
        var tag = "\"" + (document == null ? 0 : document.hashCode()) + "\"";
        if (document == null || status != 200) {
            respond(exchange, document == null ? 404 : status, new byte[0]);
        } else if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            respond(exchange, 304, new byte[0]);
        } else {
            exchange.getResponseHeaders().set("ETag", tag);
            if (!link.isEmpty()) {
                exchange.getResponseHeaders().set("Link", link);
            }
            respond(exchange, 200, document.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Sends a calendar of 50 MB. */
    private static void respondHuge(HttpExchange exchange) throws IOException {
        var event = ("BEGIN:VEVENT\r\nUID:x\r\nDESCRIPTION:" + "y".repeat(100_000) + "\r\nEND:VEVENT\r\n")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            body.write("BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
            for (var sent = 0; sent < 50_000_000; sent += event.length) {
                body.write(event);
            }
        }
    }

    private void respond(HttpExchange exchange, int code, byte[] body) throws IOException {
        answers.add(exchange.getRequestURI().getPath() + " " + code);
        if (body.length == 0) {
            exchange.sendResponseHeaders(code, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(code, body.length);
        if (cutAfter >= 0 && cutAfter < body.length) {
            exchange.getResponseBody().write(body, 0, cutAfter);
            exchange.getResponseBody().flush();
            throw new IOException("Cut");
        }
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
