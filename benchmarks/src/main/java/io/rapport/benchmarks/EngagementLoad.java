package io.rapport.benchmarks;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.benchmarks.process.PostConnection;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Sends generated engagements over REST: ten brands, many handles, mixed kinds, the same in every run. The event times are
 * spread over ninety days in random order, so that the last day of each brand is reached within the first few hundred
 * engagements: the benchmark measures a live day, not a replay.
 */
final class EngagementLoad {

    static final int BRANDS = 10;

    private static final List<String> KINDS = List.of("COMMENT", "REACTION", "MENTION", "SHARE", "MESSAGE", "REVIEW");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int CONNECTIONS = 4;

    private final MeasuredInstallation installation;
    private final HttpClient http;

    EngagementLoad(MeasuredInstallation installation, HttpClient http) {
        this.installation = installation;
        this.http = http;
    }

    /** Registers the brands. */
    void register() throws IOException, InterruptedException {
        for (var brand = 0; brand < BRANDS; brand++) {
            var body = "{\"name\":\"Brand %d\",\"timeZone\":\"UTC\",\"clock\":\"EVENT\"}".formatted(brand);
            send("PUT", "brand-" + brand, "", body);
        }
    }

    /** Sends {@code count} engagements over {@code handles} handles in bodies of {@code size}, as fast as ingest accepts them. */
    void sendAll(String run, int count, int handles, int size) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var bodies = IntStream.range(0, count / size)
                    .<Future<?>>mapToObj(body -> threads.submit(() -> {
                        post(run, body * size, size, handles);
                        return null;
                    }))
                    .toList();
            for (var body : bodies) {
                body.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** A connection to ingest for {@link #post(PostConnection, String, int, int, int)}. */
    PostConnection connect() throws IOException {
        return PostConnection.open(installation.ingest("/"));
    }

    /** As {@link #post(String, int, int, int)}, at less cost to the sender. */
    void post(PostConnection connection, String run, int first, int size, int handles) throws IOException {
        var path = installation.brand(brandOf(first / size), "/engagements").getPath();
        requireAccepted(connection.post(path, lines(run, first, size, handles).getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends one body with engagements of one brand. */
    void post(String run, int first, int size, int handles) throws IOException, InterruptedException {
        send("POST", brandOf(first / size), "/engagements", lines(run, first, size, handles));
    }

    private static String lines(String run, int first, int size, int handles) {
        var lines = new StringBuilder(size * 300);
        for (var n = first; n < first + size; n++) {
            lines.append(line(run, n, handle(n, size, handles))).append('\n');
        }
        return lines.toString();
    }

    private static void requireAccepted(String response) {
        if (response.contains("\"code\"")) {
            throw new IllegalStateException("A body was answered with " + response);
        }
    }

    static String brandOf(int body) {
        return "brand-" + body % BRANDS;
    }

    /** The account of engagement {@code n} for bodies of {@code size}; handles are divided evenly among brands. */
    static String handle(int n, int size, int handles) {
        var withinBrand = (long) (n / (size * BRANDS)) * size + n % size;
        return "acct-" + withinBrand * 7919 % (handles / BRANDS);
    }

    static String line(String run, int n, String handle) {
        var inbound = n % 4 != 0;
        return ("{\"source\":\"bench\",\"sourceId\":\"%s-%d\",\"channel\":\"x\",\"occurredAt\":\"%s\","
                        + "\"direction\":\"%s\",\"kind\":\"%s\",\"actor\":{\"id\":\"%s\",\"name\":\"%s\"},"
                        + "\"content\":{\"text\":\"Thanks for the quick help with order %d, much appreciated\"}}")
                .formatted(
                        run,
                        n,
                        FIRST.plus(n * 104_729L % (90 * 1440), ChronoUnit.MINUTES),
                        inbound ? "INBOUND" : "OUTBOUND",
                        inbound ? KINDS.get(n % KINDS.size()) : "REPLY",
                        handle,
                        handle,
                        n);
    }

    private void send(String method, String brand, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(installation.brand(brand, path))
                .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                .header("Content-Type", path.isEmpty() ? "application/json" : "application/x-ndjson")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    method + " was answered with " + response.statusCode() + " " + response.body());
        }
        requireAccepted(response.body());
    }
}
