package io.rapport.scoring.topology.tie;

import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores of the stages of ties. Their names must not change: the changelog topics contain them. */
final class TieStores {

    /** Message or event → {@link TieNode}. */
    static final String TIE_NODE = "tie-node";
    /** Handle and another handle → {@link HandleTie}; handle and a message or event that names it → a marker. */
    static final String HANDLE_TIE = "handle-tie";
    /** Two people → {@link PersonTie}. */
    static final String PERSON_TIE = "person-tie";
    /** Two people → change that is not published yet. */
    static final String TIE_PENDING = "tie-pending";

    private TieStores() {}

    /** Declares the stores. */
    static void addTo(StreamsBuilder builder, LargeStoreSupplier large) {
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(TIE_NODE), Serdes.String(), TieNode.SERDE)
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(HANDLE_TIE), Serdes.String(), HandleTie.SERDE)
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(PERSON_TIE), Serdes.String(), PersonTie.SERDE)
                .withCachingEnabled());
        builder.addStateStore(ThrottledBuffer.storeBuilder(TIE_PENDING, TieSerdes.LEDGER));
    }
}
