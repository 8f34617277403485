package io.rapport.scoring.topology.model;

import io.rapport.contracts.Topic;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.topology.support.SourceTopics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.Stores;

/** The global stores of scoring models. Their names must not change. */
public final class ModelStores {

    /** Brand and version → {@link ModelPublished}. */
    public static final String MODEL = "model";
    /** Brand → the latest {@link ModelActivated}. */
    public static final String MODEL_ACTIVE = "model-active";
    /** Brand → the latest {@link PreviewRequested}. */
    public static final String PREVIEW_REQUEST = "preview-request";

    private ModelStores() {}

    /** Declares the global stores of models, activations and preview requests. */
    public static void addGlobalStores(StreamsBuilder builder) {
        SourceTopics.globalTable(builder, Topic.PREVIEW_REQUESTED, PreviewRequested.class, PREVIEW_REQUEST);
        var json = new JsonSerde<>(ModelPublished.class);
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(MODEL), Serdes.String(), json)
                        .withLoggingDisabled(),
                Topic.MODEL_PUBLISHED.name(),
                Consumed.with(Serdes.String(), json).withName(Topic.MODEL_PUBLISHED.name()),
                FirstModelProcessor::new);
        SourceTopics.globalTable(builder, Topic.MODEL_ACTIVATED, ModelActivated.class, MODEL_ACTIVE);
    }
}
