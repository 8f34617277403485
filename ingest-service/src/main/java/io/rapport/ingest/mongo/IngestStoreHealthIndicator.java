package io.rapport.ingest.mongo;

import com.mongodb.MongoException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the store answers, and has what was published before it was new or lost. */
public final class IngestStoreHealthIndicator implements HealthIndicator {

    private final RestoreMarker filled;

    /** Asks whether it was filled. */
    public IngestStoreHealthIndicator(RestoreMarker filled) {
        this.filled = filled;
    }

    @Override
    public Health health() {
        try {
            return (filled.isRestored() ? Health.up() : Health.outOfService()).build();
        } catch (MongoException e) {
            return Health.down(e).build();
        }
    }
}
