package io.rapport.identity.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.identity.domain.link.IdentityMetrics;

/** Identity metrics in Micrometer. */
public final class MicrometerIdentityMetrics implements IdentityMetrics {

    private final MeterRegistry meters;
    private final Counter created;
    private final Counter updated;

    MicrometerIdentityMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.created = meters.counter(IdentityMetric.HANDLES.metricName(), IdentityMetric.OUTCOME, "first-seen");
        this.updated = meters.counter(IdentityMetric.HANDLES.metricName(), IdentityMetric.OUTCOME, "changed");
    }

    @Override
    public void countCreated(int handles) {
        created.increment(handles);
    }

    @Override
    public void countUpdated(int handles) {
        updated.increment(handles);
    }

    @Override
    public void countJoin(String rule) {
        meters.counter(IdentityMetric.JOINS.metricName(), IdentityMetric.RULE, rule)
                .increment();
    }

    @Override
    public void countRefusedJoin(String rule) {
        meters.counter(IdentityMetric.REFUSED_JOINS.metricName(), IdentityMetric.RULE, rule)
                .increment();
    }
}
