package io.rapport.scoring.topology.cascade;

import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.cascade.state.CascadeNode;

import io.rapport.scoring.topology.brand.BrandTopology;
import io.rapport.scoring.topology.support.StageOutputs;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** Beside people, by message: who brought about whose message, and what that adds to the brand. */
public final class CascadeTopology {

    /** Message → {@link CascadeNode}. */
    static final String CASCADE_NODE = "cascade-node";
    /** Message, kind of child, its time and id: everything that follows messages. */
    static final String CASCADE_CHILD = "cascade-child";
    /** Messages with children that are still to be counted or told something. */
    static final String CASCADE_DUE = "cascade-due";
    /** Brand and day → what the brand does not know yet. */
    static final String SPREAD_PENDING = "spread-pending";

    private final LargeStoreSupplier large;

    /** The stage, with its large stores where it is told. */
    public CascadeTopology(LargeStoreSupplier large) {
        this.large = large;
    }

    /** Declares the stage; gives what it has to say. */
    public StageOutputs declare(StreamsBuilder builder, KStream<String, CascadeChange> changes) {
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(CASCADE_NODE), Serdes.String(), CascadeNode.SERDE)
                .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(CASCADE_CHILD), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CASCADE_DUE), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(SPREAD_PENDING),
                        Serdes.String(),
                        BrandTopology.SPREAD.cached())
                .withCachingEnabled());
        return new StageOutputs(
                "cascade",
                changes.process(
                        CascadeProcessor::new,
                        Named.as("cascades"),
                        CASCADE_NODE,
                        CASCADE_CHILD,
                        CASCADE_DUE,
                        SPREAD_PENDING));
    }
}
