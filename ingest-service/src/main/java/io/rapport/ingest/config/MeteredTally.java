package io.rapport.ingest.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.Tally;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in meters; only brands that are registered ever get one. */
final class MeteredTally implements Tally {

    private final Map<BrandKey, Counts> brands = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    MeteredTally(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Counts of(BrandKey brand) {
        return brands.computeIfAbsent(brand, this::meter);
    }

    private Counts meter(BrandKey brand) {
        return new Meters(
                IngestMeter.ACCEPTED.counter(meters, brand),
                IngestMeter.DUPLICATE.counter(meters, brand),
                IngestMeter.REJECTED.counter(meters, brand));
    }

    private record Meters(Counter acceptedCount, Counter duplicateCount, Counter rejectedCount) implements Counts {

        @Override
        public void accepted() {
            acceptedCount.increment();
        }

        @Override
        public void duplicate() {
            duplicateCount.increment();
        }

        @Override
        public void rejected() {
            rejectedCount.increment();
        }
    }
}
