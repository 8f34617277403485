package io.rapport.ingest.config;

import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Stores the progress of connections and, once an hour, deletes rejections that their topic no longer has. */
final class ConnectionUpkeep {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration CLEANUP_INTERVAL = Duration.ofHours(1);

    private final ConnectionProgressService progress;
    private final DeliveryRejectionRepository rejections;
    private final Clock clock;
    private Instant nextCleanup = Instant.MIN;

    ConnectionUpkeep(ConnectionProgressService progress, DeliveryRejectionRepository rejections, Clock clock) {
        this.progress = progress;
        this.rejections = rejections;
        this.clock = clock;
    }

    /** Runs on the background thread only. */
    void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        progress.flush(now);
        if (now.isAfter(nextCleanup)) {
            rejections.deleteBefore(now.minus(KEPT));
            nextCleanup = now.plus(CLEANUP_INTERVAL);
        }
    }
}
