package io.rapport.scoring.topology.content;

import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.StageOutputs;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The stages of posts: engagement by post, then by channel. Counts are subtracted only when a source changes or withdraws an
 * engagement: engagements of a handle that becomes staff later remain counted.
 */
public final class ContentTopology {

    private final LargeStoreSupplier large;

    /** Creates the stages; {@code large} supplies their large state stores. */
    public ContentTopology(LargeStoreSupplier large) {
        this.large = large;
    }

    /** Declares the stages and returns their public events. */
    public KStream<String, PublicEvent> addTo(StreamsBuilder builder, KStream<String, PostActivity> activities) {
        ContentStores.addTo(builder, large);
        KStream<String, ChannelUptake> changes = activities.process(
                PostActivityProcessor::new,
                Named.as("posts"),
                ContentStores.POST_UPTAKE,
                ContentStores.POST_DAY,
                ContentStores.CHANNEL_CHANGES);
        return StageOutputs.repartition(changes, "channel-uptake-changes", ChannelUptake.SERDE)
                .process(
                        ChannelUptakeProcessor::new,
                        Named.as("channels"),
                        ContentStores.CHANNEL_UPTAKE,
                        ContentStores.CHANNEL_PENDING);
    }
}
