package io.rapport.scoring.topology.brand;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.scoring.topology.brand.state.BrandDaySumStore;
import io.rapport.scoring.topology.brand.state.BrandState.RegisteredClock;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import java.time.ZoneId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Applies brand registrations: clock, time zone, prices and answer target. */
final class BrandRegistrationProcessor implements Processor<String, BrandRegistered, Void, Void> {

    private BrandStateStore brands;
    private BrandDaySumStore sums;

    @SuppressWarnings("NullAway.Init")
    BrandRegistrationProcessor() {}

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        brands = new BrandStateStore(context);
        sums = new BrandDaySumStore(context);
    }

    @Override
    public void process(Record<String, BrandRegistered> record) {
        var brand = requireValid(record);
        var known = brands.state(record.key()).registration();
        if (known == null || brand.version() > known.version()) {
            var registration = new RegisteredClock(
                    brand.clock(), ZoneId.of(brand.timeZone()).getId(), brand.version());
            brands.update(record.key(), state -> state.withRegistration(registration));
            sums.register(record.key(), brand);
        }
    }

    // Deserialized fields may be null, although their types are not nullable.
    @SuppressWarnings("ConstantValue")
    private static BrandRegistered requireValid(Record<String, BrandRegistered> record) {
        var brand = record.value();
        if (record.key() == null || brand == null || brand.clock() == null || brand.timeZone() == null) {
            throw new IllegalArgumentException("A registration needs a key, a value, a clock and a time zone");
        }
        if (!brand.brandKey().key().equals(record.key())) {
            throw new IllegalArgumentException("The record key is not the key of the registered brand");
        }
        return brand;
    }
}
