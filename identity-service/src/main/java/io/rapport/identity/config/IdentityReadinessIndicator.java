package io.rapport.identity.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.identity.domain.Identity.Stores;
import io.rapport.identity.kafka.EngagementLag;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far identity is: not ready while its store is being filled. */
final class IdentityReadinessIndicator implements HealthIndicator, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityReadinessIndicator.class);
    private static final int MOST = 500;

    private final EngagementLag lag;
    private final Stores stores;
    private final Duration every;
    private final AtomicLong engagements;
    private final AtomicLong due;
    private volatile String doing = "waiting for the broker and the store";
    private volatile boolean ready;

    IdentityReadinessIndicator(EngagementLag lag, Stores stores, Duration every, MeterRegistry meters) {
        this.every = every;
        this.lag = lag;
        this.stores = stores;
        this.engagements = meters.gauge(IdentityMetric.LAG.metricName(), new AtomicLong());
        this.due = meters.gauge(IdentityMetric.OUTBOX_SIZE.metricName(), new AtomicLong());
    }

    @Override
    public Health health() {
        return ready
                ? Health.up().build()
                : Health.outOfService().withDetail("doing", doing).build();
    }

    @Override
    public void destroy() {
        lag.close();
    }

    void reportLoading(String what) {
        doing = "filling the store: " + what;
        LOG.info("Filling the store: {}", what);
    }

    void reportIndexing(int records) {
        doing = "comparing: " + records + " handles and clients are read";
    }

    void markReady() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }

    /** How often to look. */
    Duration interval() {
        return every;
    }

    void refresh() throws InterruptedException {
        try {
            engagements.set(lag.read());
            due.set(stores.handles().findUnpublished(MOST).size()
                    + stores.people().findUnpublished(MOST).size());
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("How far identity is cannot be told just now: {}", e.toString());
        }
    }
}
