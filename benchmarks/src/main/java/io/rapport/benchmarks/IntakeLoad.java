package io.rapport.benchmarks;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.benchmarks.process.PostConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends bodies to ingest: prepared ones of 500 rows, single rows, and one that is generated while it is sent. */
final class IntakeLoad {

    private static final int ROWS = 500;
    private static final int HANDLES = 20_000;
    private static final int CONNECTIONS = 4;
    private static final String NDJSON = "application/x-ndjson";

    private final MeasuredInstallation installation;
    private final HttpClient http;

    IntakeLoad(MeasuredInstallation installation, HttpClient http) {
        this.installation = installation;
        this.http = http;
    }

    /** The body of a request, and the brand that it is sent to. */
    record PreparedBody(String brand, byte[] rows) {}

    /** Runs while a body is sent. */
    @FunctionalInterface
    interface ProgressListener {
        void onTenth() throws IOException;
    }

    void register() throws IOException, InterruptedException {
        new EngagementLoad(installation, http).register();
    }

    /** Prepares bodies, so that their generation is not measured. */
    List<PreparedBody> bodies(String run, int count) {
        var bodies = new ArrayList<PreparedBody>();
        for (var first = 0; first < count; first += ROWS) {
            var lines = new StringBuilder();
            for (var n = first; n < first + ROWS; n++) {
                lines.append(row(run, n)).append('\n');
            }
            bodies.add(new PreparedBody(
                    EngagementLoad.brandOf(first / ROWS), lines.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return bodies;
    }

    /** Sends bodies on four connections, as fast as ingest accepts them. */
    void sendAll(List<PreparedBody> bodies) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var next = new AtomicInteger();
            var senders = new ArrayList<Future<?>>();
            for (var i = 0; i < CONNECTIONS; i++) {
                senders.add(threads.submit(() -> {
                    send(bodies, next);
                    return null;
                }));
            }
            for (var each : senders) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void send(List<PreparedBody> bodies, AtomicInteger next) throws IOException {
        try (var connection = PostConnection.open(installation.ingest("/"))) {
            for (var i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                var body = bodies.get(i);
                var path = installation.brand(body.brand(), "/engagements").getPath();
                requireAccepted(connection.post(path, body.rows()));
            }
        }
    }

    /** Posts single rows for some seconds; returns the latencies in milliseconds, ascending. */
    List<Double> postSingly(int seconds) throws InterruptedException, ExecutionException {
        var run = "single-" + ThreadLocalRandom.current().nextInt();
        return new SinglePosts(installation.brand("brand-0", "/engagements")).send(seconds, n -> row(run, n));
    }

    /** Sends one NDJSON body of about the given size; returns the number of its rows. */
    int sendLarge(long bytes, ProgressListener listener) throws IOException, InterruptedException {
        var body = new GeneratedRows(bytes, listener);
        send(installation.brand("brand-0", "/engagements"), BodyPublishers.ofInputStream(() -> body));
        return body.rows;
    }

    private void send(URI address, BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                .header("Content-Type", NDJSON)
                .POST(body)
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("Answered with " + response.statusCode() + " " + response.body());
        }
        requireAccepted(response.body());
    }

    private static void requireAccepted(String answer) {
        if (answer.contains("\"code\"")) {
            throw new IllegalStateException("Answered with " + answer);
        }
    }

    private static String row(String run, int n) {
        return EngagementLoad.line(run, n, EngagementLoad.handle(n, ROWS, HANDLES));
    }

    /** Rows that are generated while they are read. */
    private static final class GeneratedRows extends InputStream {

        private final long bytes;
        private final ProgressListener listener;
        private byte[] line = {};
        private int at;
        private long read;
        private int tenths;
        private int rows;

        GeneratedRows(long bytes, ProgressListener listener) {
            this.bytes = bytes;
            this.listener = listener;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var count = 0;
            while (count < length && next()) {
                var some = Math.min(length - count, line.length - at);
                System.arraycopy(line, at, target, offset + count, some);
                at += some;
                count += some;
            }
            return count == 0 ? -1 : count;
        }

        private boolean next() throws IOException {
            if (at < line.length) {
                return true;
            }
            read += line.length;
            if (read >= bytes * (tenths + 1) / 10) {
                tenths++;
                listener.onTenth();
            }
            if (read >= bytes) {
                return false;
            }
            line = (row("large", rows++) + "\n").getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }
    }
}
