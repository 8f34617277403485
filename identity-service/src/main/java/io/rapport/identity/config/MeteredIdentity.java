package io.rapport.identity.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.identity.domain.IdentityMeters;

/** Counts with Micrometer. */
final class MeteredIdentity implements IdentityMeters {

    private final MeterRegistry meters;
    private final Counter created;
    private final Counter updated;

    MeteredIdentity(MeterRegistry meters) {
        this.meters = meters;
        this.created = meters.counter(IdentityMetric.HANDLES.metricName(), IdentityMetric.OUTCOME, "first-seen");
        this.updated = meters.counter(IdentityMetric.HANDLES.metricName(), IdentityMetric.OUTCOME, "changed");
    }

    @Override
    public void created(int handles) {
        created.increment(handles);
    }

    @Override
    public void updated(int handles) {
        updated.increment(handles);
    }

    @Override
    public void joined(String rule) {
        meters.counter(IdentityMetric.JOINED.metricName(), IdentityMetric.RULE, rule)
                .increment();
    }

    @Override
    public void refused(String rule) {
        meters.counter(IdentityMetric.REFUSED.metricName(), IdentityMetric.RULE, rule)
                .increment();
    }
}
