package io.rapport.scoring.topology.content;

import io.rapport.scoring.topology.content.ChannelUptake.KeptUptake;
import io.rapport.scoring.topology.stage.Gathering;
import io.rapport.scoring.topology.stage.Outputs;
import io.rapport.scoring.topology.state.LargeStores;
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

    private final LargeStores large;

    /** The stages, with their large stores where they are told. */
    public ContentTopology(LargeStores large) {
        this.large = large;
    }

    /** Declares the stages; gives what they have to say. */
    public Outputs declare(StreamsBuilder builder, KStream<String, PostTurn> turns) {
        addStores(builder);
        var counted = turns.process(PostProcessor::new, Named.as("posts"), POST_UPTAKE, CHANNEL_CHANGES);
        var channels = new Outputs("post", counted)
                .onwards(ChannelUptake.class, "channel-uptake-changes", ChannelUptake.SERDE)
                .process(ChannelProcessor::new, Named.as("channels"), CHANNEL_UPTAKE, CHANNEL_PENDING);
        return new Outputs("content", channels);
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(Stores.keyValueStoreBuilder(large.named(POST_UPTAKE), Serdes.String(), ChannelUptake.KEPT)
                .withCachingEnabled());
        builder.addStateStore(Gathering.store(CHANNEL_CHANGES, ChannelUptake.SERDE));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.named(CHANNEL_UPTAKE), Serdes.String(), ChannelUptake.SERDE)
                        .withCachingEnabled());
        builder.addStateStore(Gathering.store(CHANNEL_PENDING, ChannelUptake.SERDE));
    }
}
