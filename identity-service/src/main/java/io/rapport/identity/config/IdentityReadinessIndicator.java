package io.rapport.identity.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Out of service, with the current step, until the store is filled and the match indexes are loaded; up afterwards. */
final class IdentityReadinessIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityReadinessIndicator.class);

    private volatile String step = "waiting for the broker and the store";
    private volatile boolean ready;

    @Override
    public Health health() {
        return ready
                ? Health.up().build()
                : Health.outOfService().withDetail("doing", step).build();
    }

    void reportLoading(String progress) {
        step = "filling the store: " + progress;
        LOG.info("Filling the store: {}", progress);
    }

    void reportIndexing(int records) {
        step = "loading the match indexes: " + records + " handles and clients are read";
    }

    void markReady() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }
}
