package io.rapport.ingest.config;

import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.kafka.RejectionProjection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on without being asked, every second once the topics are there: a store that is new or was lost is filled from
 * them, and rejections are read back into it; what was decided and not announced is announced.
 */
final class IngestBackgroundTasks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestBackgroundTasks.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(IngestBackgroundTasks::thread);
    private final List<AdminDecisionOutboxPublisher<?>> announcers;
    private final RejectionProjection feed;
    private final Supplier<String> store;

    /**
     * Begins once something is ready.
     *
     * @param store makes the store ready, unless it is, and says which generation it is
     */
    IngestBackgroundTasks(
            List<AdminDecisionOutboxPublisher<?>> announcers,
            RejectionProjection feed,
            Supplier<String> store,
            CompletableFuture<?> ready) {
        this.announcers = announcers;
        this.feed = feed;
        this.store = store;
        ready.thenRun(() -> worker.scheduleWithFixedDelay(this::tick, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        worker.shutdownNow();
        feed.stop();
    }

    private void tick() {
        try {
            feed.start(store.get());
            announcers.forEach(AdminDecisionOutboxPublisher::publishPending);
        } catch (RuntimeException e) {
            LOG.warn("Trying again in a second: {}", e.toString());
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "ingest-background");
        thread.setDaemon(true);
        return thread;
    }
}
