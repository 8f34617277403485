package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.domain.value.ValueLedger;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Answers and value of this task's brands by day, kept for good, with the registered prices and answer target.
 */
public final class BrandDaySumStore {

    private final KeyValueStore<String, DaySums> days;
    private final KeyValueStore<String, BrandRegistered> registrations;

    /** Opens the stores. */
    public BrandDaySumStore(ProcessorContext<?, ?> context) {
        this.days = context.getStateStore(BrandStores.BRAND_DAY_SUMS);
        this.registrations = context.getStateStore(BrandStores.BRAND_REGISTRATION);
    }

    /** Stores the registration of a brand. */
    public void register(String brand, BrandRegistered registration) {
        registrations.put(brand, registration);
    }

    /** Adds to the days of a brand. */
    public void add(String brand, DaySums change) {
        IntStream.of(change.value().days())
                .forEach(day -> add(
                        brand,
                        day,
                        new DaySums(ServiceLedger.EMPTY, change.value().ofDay(day))));
        IntStream.of(change.service().days())
                .forEach(day -> add(brand, day, new DaySums(change.service().ofDay(day), ValueLedger.EMPTY)));
    }

    /** Calculates the value and service windows that end at a day. */
    public BrandDayWindows.Windows windows(String brand, BrandLedger ledger, int asOf) {
        return new BrandDayWindows(days, registrations).windows(brand, ledger, asOf);
    }

    private void add(String brand, int day, DaySums change) {
        var key = BrandDayKeys.key(brand, day);
        var known = days.get(key);
        days.put(key, (known == null ? DaySums.EMPTY : known).plusBounded(change));
    }
}
