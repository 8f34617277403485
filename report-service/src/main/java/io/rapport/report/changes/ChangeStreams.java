package io.rapport.report.changes;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.change.ChangeEvent;
import io.rapport.report.domain.change.ChangeFeed;
import io.rapport.report.domain.change.ChangePosition;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open streams, each on a thread of its own that reads and writes in turn: nothing is read while the client does not take
 * what was written, and a client that takes nothing is closed by the time limit of writes.
 */
public final class ChangeStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStreams.class);
    private static final String RETRY = "retry: 2000\n";

    private final ChangeFeed feed;
    private final ChangeProperties limits;
    private final Map<String, Integer> open = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "changes");
        thread.setDaemon(true);
        return thread;
    });
    private int total;

    /** Streams of a feed within limits. */
    public ChangeStreams(ChangeFeed feed, ChangeProperties limits) {
        this.feed = feed;
        this.limits = limits;
    }

    /** Reserves a stream for a token; returns false if there are too many. */
    synchronized boolean tryOpen(String token) {
        if (total >= limits.total() || open.getOrDefault(token, 0) >= limits.perToken()) {
            return false;
        }
        total++;
        open.merge(token, 1, Integer::sum);
        return true;
    }

    /** Ends the reservation of a stream. */
    synchronized void release(String token) {
        total--;
        open.computeIfPresent(token, (key, streams) -> streams == 1 ? null : streams - 1);
    }

    /** The number of open streams. */
    synchronized int count() {
        return total;
    }

    /**
     * Runs a reserved stream until the client is gone or not permitted any more, or the lifetime is over.
     *
     * @param permitted asked before anything is sent
     * @param ended called at the end
     */
    void start(
            String token,
            BrandKey brand,
            ChangePosition from,
            ChangeSink sink,
            BooleanSupplier permitted,
            Runnable ended) {
        threads.execute(() -> {
            try {
                run(brand, from, sink, permitted);
            } catch (IOException | RuntimeException e) {
                LOG.debug("A stream of changes ended: {}", e.toString());
            } finally {
                release(token);
                end(ended);
            }
        });
    }

    private static void end(Runnable ended) {
        try {
            ended.run();
        } catch (IllegalStateException e) {
            LOG.debug("A stream of changes was ended by its connection: {}", e.toString());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void run(BrandKey brand, ChangePosition from, ChangeSink sink, BooleanSupplier permitted)
            throws IOException {
        try (var reader = feed.open(brand, from)) {
            var end = System.nanoTime() + limits.lifetime().toNanos();
            sink.send(RETRY + id(from) + "\n");
            while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                var events = reader.read(limits.heartbeat());
                if (!permitted.getAsBoolean()) {
                    return;
                }
                for (var event : events) {
                    sink.send(text(event));
                }
                if (events.isEmpty()) {
                    // A heartbeat also moves the position past the changes of other brands.
                    sink.send(id(reader.position()) + ":\n\n");
                }
            }
        }
    }

    private static String text(ChangeEvent event) {
        return id(event.position()) + "event: " + event.type() + "\n"
                + event.json().lines().map(line -> "data: " + line + "\n").reduce("", String::concat) + "\n";
    }

    private static String id(ChangePosition position) {
        return "id: " + position.id() + "\n";
    }

    /** The time after which a client may try again. */
    static Duration retryAfter() {
        return Duration.ofSeconds(30);
    }
}
