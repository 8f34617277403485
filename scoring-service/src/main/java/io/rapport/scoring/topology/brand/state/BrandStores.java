package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores of the brand stage. Their names must not change: the changelog topics contain them. */
public final class BrandStores {

    /** Brand → {@link BrandState}. */
    public static final String BRAND_STATE = "brand-state";
    /** Brand → its ledger. */
    public static final String BRAND_LEDGER = "brand-ledger";
    /** Brand and day → {@link DaySums}. */
    public static final String BRAND_DAY_SUMS = "brand-day-sums";
    /** Brand and day → {@link DayActivity}. */
    public static final String BRAND_ACTIVITY = "brand-activity";
    /** Brand → {@link BrandRegistered}, for prices and the answer target. */
    public static final String BRAND_REGISTRATION = "brand-registration";

    private static final BinarySerde<DaySums> DAY_SUMS =
            new BinarySerde<>(DaySums.CODEC::encode, DaySums.CODEC::decode);

    private BrandStores() {}

    /** Returns the names of all stores. */
    public static String[] names() {
        return new String[] {BRAND_STATE, BRAND_LEDGER, BRAND_DAY_SUMS, BRAND_ACTIVITY, BRAND_REGISTRATION};
    }

    /** Declares the stores. */
    public static void addTo(StreamsBuilder builder, LargeStoreSupplier large) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_STATE), Serdes.String(), BrandState.SERDE.cached())
                .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(BRAND_LEDGER), Serdes.String(), BrandSerdes.LEDGER.cached())
                        .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(BRAND_DAY_SUMS), Serdes.String(), DAY_SUMS)
                .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(BRAND_ACTIVITY), Serdes.String(), DayActivity.SERDE)
                        .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        large.supplier(BRAND_REGISTRATION), Serdes.String(), new JsonSerde<>(BrandRegistered.class))
                .withCachingEnabled());
    }
}
