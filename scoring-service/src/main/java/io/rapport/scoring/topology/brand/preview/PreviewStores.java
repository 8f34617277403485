package io.rapport.scoring.topology.brand.preview;

import io.rapport.contracts.model.ModelRescored;
import io.rapport.messaging.json.JsonSerde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores of rescoring progress and previews. Their names must not change. */
public final class PreviewStores {

    /** Brand → the last published {@link ModelRescored}. */
    public static final String BRAND_RESCORED = "brand-rescored";
    /** Brand → {@link BrandPreviewState}. */
    public static final String BRAND_PREVIEW = "brand-preview";

    private PreviewStores() {}

    /** Declares the stores. */
    public static void addTo(StreamsBuilder builder) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_RESCORED),
                        Serdes.String(),
                        new JsonSerde<>(ModelRescored.class))
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_PREVIEW), Serdes.String(), BrandPreviewState.SERDE)
                .withCachingEnabled());
    }
}
