package io.rapport.scoring.topology.content;

import io.rapport.scoring.topology.content.ChannelUptake.StoredUptake;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.StageOutputs;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/**
 * Beside the other stages: what comes of the brand's posts, first by message, then by channel. Of what it counts nothing
 * is taken back: an account that turns out to be staff later was counted until then.
 */
public final class ContentTopology {

    /** Agency, brand, channel and message → {@link KeptUptake}. */
    static final String POST_UPTAKE = "post-uptake";
    /** Channel → what its task does not know yet. */
    static final String CHANNEL_CHANGES = "channel-changes";
    /** Channel → its latest posts. */
    static final String CHANNEL_UPTAKE = "channel-uptake";
    /** Channel → what is not published yet. */
    static final String CHANNEL_PENDING = "channel-pending";

    private final LargeStoreSupplier large;

    /** The stages, with their large stores where they are told. */
    public ContentTopology(LargeStoreSupplier large) {
        this.large = large;
    }

    /** Declares the stages; gives what they have to say. */
    public StageOutputs declare(StreamsBuilder builder, KStream<String, PostActivity> turns) {
        addStores(builder);
        var counted = turns.process(PostActivityProcessor::new, Named.as("posts"), POST_UPTAKE, CHANNEL_CHANGES);
        var channels = new StageOutputs("post", counted)
                .repartition(ChannelUptake.class, "channel-uptake-changes", ChannelUptake.SERDE)
                .process(ChannelUptakeProcessor::new, Named.as("channels"), CHANNEL_UPTAKE, CHANNEL_PENDING);
        return new StageOutputs("content", channels);
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(POST_UPTAKE), Serdes.String(), ChannelUptake.KEPT)
                .withCachingEnabled());
        builder.addStateStore(ThrottledBuffer.storeBuilder(CHANNEL_CHANGES, ChannelUptake.SERDE));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(CHANNEL_UPTAKE), Serdes.String(), ChannelUptake.SERDE)
                        .withCachingEnabled());
        builder.addStateStore(ThrottledBuffer.storeBuilder(CHANNEL_PENDING, ChannelUptake.SERDE));
    }
}
