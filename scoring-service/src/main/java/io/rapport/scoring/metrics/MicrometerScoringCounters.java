package io.rapport.scoring.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.BrandKey;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts with the Micrometer meters of {@link ScoringMetric}. */
public final class MicrometerScoringCounters implements ScoringCounters {

    private final Map<EngagementCounterKey, Counter> engagements = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    /** Uses a registry. */
    public MicrometerScoringCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Registers the counters of a brand, all at 0.
     *
     * @param brand key of the brand
     */
    public void addBrand(String brand) {
        for (var outcome : EngagementOutcome.values()) {
            engagements.computeIfAbsent(new EngagementCounterKey(brand, outcome), this::register);
        }
    }

    @Override
    public void engagement(String brand, EngagementOutcome outcome) {
        var counted = new EngagementCounterKey(brand, outcome);
        var counter = engagements.get(counted);
        if (counter == null) {
            addBrand(brand);
            counter = engagements.computeIfAbsent(counted, this::register);
        }
        counter.increment();
    }

    @Override
    public void published(String topic) {
        meters.counter(ScoringMetric.PUBLISHED.metricName(), ScoringMetric.TOPIC, topic)
                .increment();
    }

    @Override
    public void deadLetter(String topic) {
        meters.counter(ScoringMetric.DEAD_LETTERS.metricName(), ScoringMetric.TOPIC, topic)
                .increment();
    }

    private Counter register(EngagementCounterKey counted) {
        var brand = BrandKey.of(counted.brand);
        return Counter.builder(ScoringMetric.ENGAGEMENTS.metricName())
                .tag(ScoringMetric.AGENCY, brand.agency())
                .tag(ScoringMetric.BRAND, brand.brand())
                .tag(ScoringMetric.OUTCOME, counted.outcome.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    private record EngagementCounterKey(String brand, EngagementOutcome outcome) {}
}
