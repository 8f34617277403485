package io.rapport.ingest.config;

import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import io.rapport.ingest.mongo.MongoDeliveredRecordRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Stores the progress of connections and, once an hour, deletes rejections that their topic no longer has, and old records. */
final class ConnectionUpkeep {

    private static final Duration KEPT = Duration.ofDays(30);
    /** A record that is deleted later stays. */
    private static final Duration RECORDS_KEPT = Duration.ofDays(400);

    private static final Duration CLEANUP_INTERVAL = Duration.ofHours(1);

    private final ConnectionProgressService progress;
    private final DeliveryRejectionRepository rejections;
    private final MongoDeliveredRecordRepository records;
    private final Clock clock;
    private Instant nextCleanup = Instant.MIN;

    ConnectionUpkeep(
            ConnectionProgressService progress,
            DeliveryRejectionRepository rejections,
            MongoDeliveredRecordRepository records,
            Clock clock) {
        this.progress = progress;
        this.rejections = rejections;
        this.records = records;
        this.clock = clock;
    }

    /** Runs on the background thread only. */
    void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        progress.flush(now);
        if (now.isAfter(nextCleanup)) {
            rejections.deleteBefore(now.minus(KEPT));
            records.deleteBefore(now.minus(RECORDS_KEPT));
            nextCleanup = now.plus(CLEANUP_INTERVAL);
        }
    }
}
