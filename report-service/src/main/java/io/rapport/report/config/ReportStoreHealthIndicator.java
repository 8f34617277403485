package io.rapport.report.config;

import io.rapport.report.store.MongoReportStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the store answers. A {@code ping}, which every engine knows. */
final class ReportStoreHealthIndicator extends AbstractHealthIndicator {

    private final MongoReportStore store;

    ReportStoreHealthIndicator(MongoReportStore store) {
        super("The store does not answer");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        store.ping();
        builder.up();
    }
}
