package io.rapport.ingest.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.engagement.IntakeMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts rows in Micrometer counters. Only registered brands get counters, which bounds the number of time series. */
final class MicrometerIntakeMetrics implements IntakeMetrics {

    private final Map<BrandKey, BrandCounters> brands = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    MicrometerIntakeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public BrandCounters forBrand(BrandKey brand) {
        return brands.computeIfAbsent(brand, this::meter);
    }

    private BrandCounters meter(BrandKey brand) {
        return new Meters(
                IngestMeter.ACCEPTED.counter(meters, brand),
                IngestMeter.DUPLICATE.counter(meters, brand),
                IngestMeter.REJECTED.counter(meters, brand));
    }

    private record Meters(Counter acceptedCount, Counter duplicateCount, Counter rejectedCount)
            implements BrandCounters {

        @Override
        public void countAccepted() {
            acceptedCount.increment();
        }

        @Override
        public void countDuplicate() {
            duplicateCount.increment();
        }

        @Override
        public void countRejected() {
            rejectedCount.increment();
        }
    }
}
