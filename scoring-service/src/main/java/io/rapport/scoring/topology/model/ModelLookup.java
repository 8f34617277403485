package io.rapport.scoring.topology.model;

import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.model.InvalidModelException;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.topology.support.SourceTopics;
import io.rapport.scoring.topology.state.BinaryReader;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scoring models of all brands, and which one each is scored with; the same in every task. */
public final class ModelLookup {

    /** Brand and version → the model. */
    static final String MODEL = "model";
    /** Brand → the latest activation. */
    static final String MODEL_ACTIVE = "model-active";

    /** Brand → the latest request for a preview. */
    public static final String PREVIEW_REQUEST = "preview-request";

    /** The version of stored forms that first named models. */
    public static final int FIRST_WITH_MODELS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ModelLookup.class);
    private static final ScoringModel STANDARD = ScoringModel.standard();

    private final ReadOnlyKeyValueStore<String, ModelPublished> published;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<ModelActivated>> activated;
    private final Map<String, Map<String, ScoringModel>> cache = new HashMap<>();

    /** Those of the task whose context it is. */
    public ModelLookup(ProcessorContext<?, ?> context) {
        published = context.getStateStore(MODEL);
        activated = context.getStateStore(MODEL_ACTIVE);
    }

    /** Declares what every task has whole: models, which of them are active, and what is asked of them. */
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

    /** The version of a model; forms from before there was more than one have none. */
    static String readVersion(BinaryReader in) {
        var version = in.version() < FIRST_WITH_MODELS ? null : in.text();
        return version == null ? STANDARD.version() : version;
    }

    /** The version somebody activated for a brand; null when nobody ever did. */
    @Nullable
    public String activatedVersion(String brand) {
        var latest = activated.get(brand);
        return latest == null ? null : latest.value().version();
    }

    /** The version a brand is to be scored with: the one so far as long as the activated model has not been read. */
    public String activeVersion(String brand, String soFar) {
        var version = activatedVersion(brand);
        return version == null || find(brand, version) == null ? soFar : version;
    }

    /** A model that somebody was judged with, or is to be. */
    public ScoringModel require(String brand, String version) {
        var model = find(brand, version);
        if (model == null) {
            throw new IllegalStateException("Model " + version + " of " + brand + " was read before and is gone");
        }
        return model;
    }

    /** A model; null when it has not been read. */
    @Nullable
    public ScoringModel find(String brand, String version) {
        if (version.equals(STANDARD.version())) {
            return STANDARD;
        }
        var models = cache.computeIfAbsent(brand, key -> new HashMap<>());
        var model = models.get(version);
        if (model == null) {
            model = read(brand + TopicKeys.SEPARATOR + TopicKeys.join(version));
            if (model != null) {
                models.put(version, model);
            }
        }
        return model;
    }

    private @Nullable ScoringModel read(String key) {
        var found = published.get(key);
        try {
            return found == null ? null : ScoringModel.of(found);
        } catch (InvalidModelException e) {
            LOG.warn("{} is no model this version can score with: {}", key, e.getMessage());
            return null;
        }
    }
}
