package io.rapport.scoring.topology.content;

import io.rapport.scoring.topology.content.ChannelUptake.StoredUptake;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores of the content stages. Their names must not change: the changelog topics contain them. */
final class ContentStores {

    /** Agency, brand, channel and message → {@link StoredUptake}. */
    static final String POST_UPTAKE = "post-uptake";
    /** Channel, time and id of a post, and day → {@link PostEntry}. */
    static final String POST_DAY = "post-day";
    /** Channel → pending changes of the task. */
    static final String CHANNEL_CHANGES = "channel-changes";
    /** Channel → {@link ChannelUptake} of its latest posts. */
    static final String CHANNEL_UPTAKE = "channel-uptake";
    /** Channel → changes that are not published yet. */
    static final String CHANNEL_PENDING = "channel-pending";

    private ContentStores() {}

    /** Declares the stores. */
    static void addTo(StreamsBuilder builder, LargeStoreSupplier large) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(POST_UPTAKE), Serdes.String(), ChannelUptake.KEPT)
                        .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(POST_DAY), Serdes.String(), PostEntry.SERDE)
                .withCachingEnabled());
        builder.addStateStore(ThrottledBuffer.storeBuilder(CHANNEL_CHANGES, ChannelUptake.SERDE));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(CHANNEL_UPTAKE), Serdes.String(), ChannelUptake.SERDE)
                        .withCachingEnabled());
        builder.addStateStore(ThrottledBuffer.storeBuilder(CHANNEL_PENDING, ChannelUptake.SERDE));
    }
}
