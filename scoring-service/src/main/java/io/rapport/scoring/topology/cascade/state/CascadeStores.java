package io.rapport.scoring.topology.cascade.state;

import io.rapport.scoring.topology.brand.state.BrandSerdes;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores of the cascade stage. Their names must not change: the changelog topics contain them. */
public final class CascadeStores {

    /** Message → {@link CascadeNode}. */
    public static final String CASCADE_NODE = "cascade-node";
    /** Message, kind, time and id of a child → its sender; see {@link CascadeChildStore}. */
    public static final String CASCADE_CHILD = "cascade-child";
    /** Message → a marker: messages with children that are still to be counted or notified. */
    public static final String CASCADE_DUE = "cascade-due";
    /** Brand and day → pending change of the brand's spread. */
    public static final String SPREAD_PENDING = "spread-pending";

    private CascadeStores() {}

    /** Returns the names of all stores. */
    public static String[] names() {
        return new String[] {CASCADE_NODE, CASCADE_CHILD, CASCADE_DUE, SPREAD_PENDING};
    }

    /** Declares the stores. */
    public static void addTo(StreamsBuilder builder, LargeStoreSupplier large) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(CASCADE_NODE), Serdes.String(), CascadeNode.SERDE)
                        .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(CASCADE_CHILD), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CASCADE_DUE), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(SPREAD_PENDING), Serdes.String(), BrandSerdes.SPREAD.cached())
                .withCachingEnabled());
    }
}
