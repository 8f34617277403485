package io.rapport.scoring.domain.model;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.scoring.domain.model.ModelRejectedException.ModelRejectionReason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publishes and activates the scoring models of brands. A model is immutable: a new version replaces it. */
public final class ModelRegistry {

    private static final ScoringModel STANDARD = ScoringModel.standard();

    private final ModelRepository repository;

    /** Creates a registry. */
    public ModelRegistry(ModelRepository repository) {
        this.repository = repository;
    }

    /**
     * Result of publishing a model.
     *
     * @param isNew false if the same model was published before
     */
    public record Publication(BrandModel model, boolean isNew) {}

    /**
     * Lists all models of a brand: the standard models, then the others in order of publication. A model that the brand
     * published under the version of a later standard model is listed instead of it.
     *
     * @throws ModelRejectedException if the model topics have not been read to the end yet
     */
    public List<BrandModel> list(BrandKey brand) {
        requireReady();
        var published = repository.publishedModels(brand);
        var versions = published.stream().map(ModelPublished::version).collect(Collectors.toSet());
        var standard = ScoringModel.standards().stream()
                .filter(model -> model.equals(STANDARD) || !versions.contains(model.version()))
                .map(model -> toBrandModel(brand, model, null));
        var own = published.stream()
                .sorted(Comparator.comparing(ModelPublished::publishedAt).thenComparing(ModelPublished::version))
                .map(model -> toBrandModel(brand, ScoringModel.of(model), model));
        return Stream.concat(standard, own).toList();
    }

    /**
     * Returns one model of a brand.
     *
     * @throws ModelRejectedException if it does not exist
     */
    public BrandModel get(BrandKey brand, String version) {
        return find(brand, version)
                .orElseThrow(() -> new ModelRejectedException(
                        ModelRejectionReason.UNKNOWN_MODEL, "The brand has no model '" + version + "'."));
    }

    /** Returns the model a brand is scored with. */
    public BrandModel active(BrandKey brand) {
        return list(brand).stream()
                .filter(BrandModel::active)
                .findAny()
                .orElseThrow(() -> new ModelRejectedException(
                        ModelRejectionReason.NOT_READY,
                        "The active model is not loaded yet. Send the same request again."));
    }

    /**
     * Publishes a model. Idempotent: publishing the same content again succeeds, other content under the same version is
     * rejected. Of two concurrent publications the first record on the topic wins.
     *
     * @param change derives the new model from its base: the model that already has the version, else the active model
     * @throws InvalidModelException if the new model is invalid
     * @throws ModelRejectedException if the version has other content
     * @throws ModelRepository.PublicationFailedException if the broker does not acknowledge the model
     */
    public Publication publish(
            BrandKey brand, String version, UnaryOperator<ScoringModel> change, ChangeAttribution attribution) {
        var existing = find(brand, version).orElse(null);
        if (existing != null) {
            return new Publication(requireSameContent(existing, change.apply(existing.model())), false);
        }
        var model = change.apply(active(brand).model());
        var published = model.published(brand, attribution.by(), attribution.at());
        repository.publish(published);
        var stored = requireSameContent(get(brand, version), model);
        return new Publication(stored, published.equals(stored.published()));
    }

    /**
     * Activates a model: all people of the brand are rescored in the background. Activating the active model has no effect.
     *
     * @throws ModelRejectedException if the brand has no such model
     * @throws ModelRepository.PublicationFailedException if the broker does not acknowledge the activation
     */
    public BrandModel activate(BrandKey brand, String version, ChangeAttribution attribution) {
        var model = get(brand, version);
        var last = repository.latestActivation(brand);
        // Without an activation, that of the brand's registration may still follow.
        if (model.active() && last != null) {
            return model;
        }
        var sequence = last == null ? 1 : last.sequence() + 1;
        repository.publish(new ModelActivated(
                brand.agency(),
                brand.brand(),
                version,
                attribution.by(),
                attribution.reason(),
                attribution.at(),
                sequence));
        return get(brand, version);
    }

    /** @throws ModelRejectedException if the model topics have not been read to the end yet */
    public void requireReady() {
        if (!repository.isReady()) {
            throw new ModelRejectedException(
                    ModelRejectionReason.NOT_READY, "Models are not loaded yet. Send the same request again.");
        }
    }

    private Optional<BrandModel> find(BrandKey brand, String version) {
        return list(brand).stream()
                .filter(candidate -> candidate.model().version().equals(version))
                .findAny();
    }

    private static BrandModel requireSameContent(BrandModel existing, ScoringModel model) {
        if (!existing.model().equals(model)) {
            throw new ModelRejectedException(
                    ModelRejectionReason.CONTENT_CONFLICT,
                    "Model '" + model.version() + "' already exists with other content and cannot be edited."
                            + " Publish this content under another version.");
        }
        return existing;
    }

    private BrandModel toBrandModel(BrandKey brand, ScoringModel model, @Nullable ModelPublished published) {
        var activated = repository.latestActivation(brand);
        var version = activated == null ? STANDARD.version() : activated.version();
        if (!model.version().equals(version)) {
            return new BrandModel(model, published, false, null, null);
        }
        return new BrandModel(model, published, true, activated, rescored(brand, version));
    }

    private @Nullable ModelRescored rescored(BrandKey brand, String version) {
        var rescored = repository.rescoringProgress(brand);
        if (rescored == null || rescored.version().equals(version)) {
            return rescored;
        }
        return new ModelRescored(
                brand.agency(), brand.brand(), version, 0, rescored.people(), false, rescored.sequence());
    }
}
