package io.rapport.scoring.topology.brand;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.topology.brand.state.BrandDaySumStore;
import io.rapport.scoring.topology.brand.state.BrandState.RegisteredClock;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.support.PublicEvent;
import java.time.ZoneId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Applies brand registrations: clock, time zone, prices and answer target. Activates the initial model that the first registration of a
 * new brand names, unless a model was activated before.
 */
final class BrandRegistrationProcessor implements Processor<String, BrandRegistered, String, PublicEvent> {

    private static final JsonSerde<ModelActivated> JSON = new JsonSerde<>(ModelActivated.class);
    /** Before the first activation by a user. */
    private static final long INITIAL_SEQUENCE = 0;

    private BrandStateStore brands;
    private BrandDaySumStore sums;
    private ModelLookup models;
    private ProcessorContext<String, PublicEvent> context;

    @SuppressWarnings("NullAway.Init")
    BrandRegistrationProcessor() {}

    @Override
    public void init(ProcessorContext<String, PublicEvent> context) {
        this.context = context;
        models = new ModelLookup(context);
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
            if (known == null) {
                activateInitialModel(record.key(), brand, record.timestamp());
            }
        }
    }

    private void activateInitialModel(String key, BrandRegistered brand, long timestamp) {
        if (brand.model() == null || models.activatedVersion(key) != null) {
            return;
        }
        var activated = new ModelActivated(
                brand.agency(),
                brand.brand(),
                brand.model(),
                "registration",
                "The model of new brands",
                brand.at(),
                INITIAL_SEQUENCE);
        context.forward(PublicEvent.stateRecord(
                new PublicEvent(Topic.MODEL_ACTIVATED, JSON.write(activated)), key, INITIAL_SEQUENCE, timestamp));
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
