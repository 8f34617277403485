package io.rapport.scoring.topology.model;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.scoring.domain.model.InvalidModelException;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scoring models of all brands and the active model of each, from the global stores. */
public final class ModelLookup {

    private static final Logger LOG = LoggerFactory.getLogger(ModelLookup.class);
    private static final ScoringModel STANDARD = ScoringModel.standard();

    private final ReadOnlyKeyValueStore<String, ModelPublished> published;
    private final ReadOnlyKeyValueStore<String, ModelActivated> activated;
    private final Map<String, Map<String, ScoringModel>> cache = new HashMap<>();

    /** Opens the global stores. */
    public ModelLookup(ProcessorContext<?, ?> context) {
        published = context.getStateStore(ModelStores.MODEL);
        activated = context.getStateStore(ModelStores.MODEL_ACTIVE);
    }

    /** Returns the version that was activated for a brand; null when none was. */
    @Nullable
    public String activatedVersion(String brand) {
        var latest = activated.get(brand);
        return latest == null ? null : latest.version();
    }

    /**
     * Returns the version to score a brand with: the activated one, or {@code current} while that model has not been read.
     */
    public String activeVersion(String brand, String current) {
        var version = activatedVersion(brand);
        return version == null || find(brand, version) == null ? current : version;
    }

    /**
     * Returns a model that must be available.
     *
     * @throws IllegalStateException if it is missing
     */
    public ScoringModel require(String brand, String version) {
        var model = find(brand, version);
        if (model == null) {
            throw new IllegalStateException(
                    "Model " + version + " of " + brand + " was available before and is missing now");
        }
        return model;
    }

    /** Returns a model; null when it has not been read. */
    @Nullable
    public ScoringModel find(String brand, String version) {
        if (version.equals(STANDARD.version())) {
            return STANDARD;
        }
        var models = cache.computeIfAbsent(brand, key -> new HashMap<>());
        var model = models.get(version);
        if (model == null) {
            model = readOrStandard(brand + TopicKeys.SEPARATOR + TopicKeys.join(version), version);
            if (model != null) {
                models.put(version, model);
            }
        }
        return model;
    }

    /** A model that the brand published takes precedence over a later standard model of the same version. */
    private @Nullable ScoringModel readOrStandard(String key, String version) {
        return published.get(key) != null
                ? read(key)
                : ScoringModel.standards().stream()
                        .filter(model -> model.version().equals(version))
                        .findAny()
                        .orElse(null);
    }

    private @Nullable ScoringModel read(String key) {
        var found = published.get(key);
        try {
            return found == null ? null : ScoringModel.of(found);
        } catch (InvalidModelException e) {
            LOG.warn("Model {} is invalid for this version of the service: {}", key, e.getMessage());
            return null;
        }
    }
}
