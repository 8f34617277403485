package io.rapport.identity.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.identity.domain.IdentityMeters;

/** Counts with Micrometer. */
final class MeteredIdentity implements IdentityMeters {

    private final MeterRegistry meters;

    MeteredIdentity(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void created(int handles) {
        meters.counter(IdentityMetric.CREATED.metricName()).increment(handles);
    }

    @Override
    public void updated(int handles) {
        meters.counter(IdentityMetric.UPDATED.metricName()).increment(handles);
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
