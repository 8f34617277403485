package io.rapport.benchmarks;

import io.rapport.benchmarks.process.PostConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Posts single rows at a constant rate on connections that are kept alive. The load is open: each row has a scheduled time, from which its
 * latency is measured, whether or not the rows before it are answered. A post costs the sender a few microseconds of CPU, so that on a
 * shared machine it is not the sender that is measured.
 */
final class SinglePosts {

    /** Posts a second. */
    static final int RATE = 1_000;

    private static final int CONNECTIONS = 64;
    private static final long INTERVAL = 1_000_000_000L / RATE;
    private static final long LEAD = 100_000_000;

    private final URI address;

    SinglePosts(URI address) {
        this.address = address;
    }

    /** Posts rows for some seconds; returns the latencies from their scheduled times in milliseconds, ascending. */
    List<Double> send(int seconds, IntFunction<String> rows) throws InterruptedException, ExecutionException {
        var millis = new double[seconds * RATE];
        var next = new AtomicInteger();
        var start = System.nanoTime() + LEAD;
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var senders = new ArrayList<Future<?>>();
            for (var i = 0; i < CONNECTIONS; i++) {
                senders.add(threads.submit(() -> {
                    send(start, next, millis, rows);
                    return null;
                }));
            }
            for (var each : senders) {
                each.get();
            }
            return Arrays.stream(millis).sorted().boxed().toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private void send(long start, AtomicInteger next, double[] millis, IntFunction<String> rows) throws IOException {
        try (var connection = PostConnection.open(address)) {
            for (var n = next.getAndIncrement(); n < millis.length; n = next.getAndIncrement()) {
                var row = rows.apply(n).getBytes(StandardCharsets.UTF_8);
                var due = start + n * INTERVAL;
                for (var wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                var answer = connection.post(address.getPath(), row);
                if (!answer.contains("\"accepted\":1,")) {
                    throw new IllegalStateException("Answered with " + answer);
                }
                millis[n] = (System.nanoTime() - due) / 1e6;
            }
        }
    }
}
