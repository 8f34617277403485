package io.rapport.scoring.topology.brand.spread;

import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.brand.state.BrandSerdes;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores of the spread of sentiment. Their names must not change. */
public final class SpreadStores {

    /** Brand → {@link SpreadLedger}. */
    public static final String SPREAD_LEDGER = "spread-ledger";
    /** Brand → {@link SpreadPublicationState}. */
    public static final String SPREAD_TOLD = "spread-told";

    private SpreadStores() {}

    /** Returns the names of the stores. */
    public static String[] names() {
        return new String[] {SPREAD_LEDGER, SPREAD_TOLD};
    }

    /** Declares the stores. */
    public static void addTo(StreamsBuilder builder, LargeStoreSupplier large) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(SPREAD_LEDGER), Serdes.String(), BrandSerdes.SPREAD.cached())
                        .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(SPREAD_TOLD),
                        Serdes.String(),
                        SpreadPublicationState.SERDE.cached())
                .withCachingEnabled());
    }
}
