package io.rapport.scoring.topology.model;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.scoring.topology.support.SourceTopics;
import org.apache.kafka.streams.StreamsBuilder;

/** The global stores of scoring models and of the brands' days. Their names must not change. */
public final class ModelStores {

    /** Brand and version → {@link ModelPublished}. */
    public static final String MODEL = "model";
    /** Brand → the latest {@link ModelActivated}. */
    public static final String MODEL_ACTIVE = "model-active";
    /** Brand → the latest {@link PreviewRequested}. */
    public static final String PREVIEW_REQUEST = "preview-request";

    /** Brand → {@link BrandDayTurned}. */
    public static final String BRAND_DAY = "brand-day";

    private ModelStores() {}

    /** Declares the global stores. */
    public static void addGlobalStores(StreamsBuilder builder) {
        SourceTopics.globalStore(builder, Topic.BRAND_DAY, BrandDayTurned.class, BRAND_DAY);
        SourceTopics.globalStore(builder, Topic.PREVIEW_REQUESTED, PreviewRequested.class, PREVIEW_REQUEST);
        SourceTopics.globalStore(
                builder, Topic.MODEL_PUBLISHED, ModelPublished.class, MODEL, (newer, existing) -> false);
        SourceTopics.globalStore(
                builder, Topic.MODEL_ACTIVATED, ModelActivated.class, MODEL_ACTIVE, ModelActivated::replaces);
    }
}
