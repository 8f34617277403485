package io.rapport.ingest.config;

import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.kafka.RejectionProjection;
import io.rapport.mongo.StoreMetadata;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every few seconds after startup: restores the client digests of a store that is new or was lost, starts the rejection
 * projection for the current store, publishes pending decisions, and stores the progress of connections.
 */
final class IngestBackgroundTasks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestBackgroundTasks.class);
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(IngestBackgroundTasks::thread);
    private final Runnable clientDigestRestoration;
    private final StoreMetadata store;
    private final RejectionProjection projection;
    private final List<AdminDecisionOutboxPublisher<?>> publishers;
    private final ConnectionUpkeep connectionUpkeep;

    IngestBackgroundTasks(
            Runnable clientDigestRestoration,
            StoreMetadata store,
            RejectionProjection projection,
            List<AdminDecisionOutboxPublisher<?>> publishers,
            ConnectionUpkeep connectionUpkeep) {
        this.clientDigestRestoration = clientDigestRestoration;
        this.store = store;
        this.projection = projection;
        this.publishers = publishers;
        this.connectionUpkeep = connectionUpkeep;
    }

    /** Schedules the tasks once the topics exist and are read. */
    void startAfter(CompletableFuture<?> ready) {
        ready.thenRun(() -> worker.scheduleWithFixedDelay(this::run, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void run() {
        try {
            clientDigestRestoration.run();
            projection.start(store.getOrCreateGeneration());
            publishers.forEach(AdminDecisionOutboxPublisher::publishPending);
            connectionUpkeep.run();
        } catch (RuntimeException e) {
            LOG.warn("Background tasks failed, retrying in {}: {}", INTERVAL, e.toString());
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "ingest-background");
        thread.setDaemon(true);
        return thread;
    }
}
