package io.rapport.scoring.domain.model;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.scoring.domain.model.ModelRejectedException.ModelRejectionReason;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where brands' scoring models are published and activated. A model is never edited: a new version replaces it. */
public final class ModelRegistry {

    private static final ScoringModel STANDARD = ScoringModel.standard();

    private final ModelRepository log;

    /** A desk with a log. */
    public ModelRegistry(ModelRepository log) {
        this.log = log;
    }

    /**
     * What came of publishing a model.
     *
     * @param isNew whether it was not there before
     */
    public record Publication(BrandModel model, boolean isNew) {}

    /**
     * All models of a brand: the standard one, then the others as they were published.
     *
     * @throws ModelRejectedException while they are still being read
     */
    public List<BrandModel> list(BrandKey brand) {
        requireReady();
        var own = log.publishedModels(brand).stream()
                .sorted(Comparator.comparing(ModelPublished::publishedAt).thenComparing(ModelPublished::version))
                .map(published -> toBrandModel(brand, ScoringModel.of(published), published));
        return Stream.concat(Stream.of(toBrandModel(brand, STANDARD, null)), own).toList();
    }

    /**
     * One model of a brand.
     *
     * @throws ModelRejectedException when it has no such model
     */
    public BrandModel get(BrandKey brand, String version) {
        return list(brand).stream()
                .filter(known -> known.model().version().equals(version))
                .findAny()
                .orElseThrow(() -> new ModelRejectedException(ModelRejectionReason.UNKNOWN_MODEL, "The brand has no model '" + version + "'."));
    }

    /** The model a brand is scored with. */
    public BrandModel active(BrandKey brand) {
        return list(brand).stream()
                .filter(BrandModel::active)
                .findAny()
                .orElseThrow(() -> new ModelRejectedException(
                        ModelRejectionReason.NOT_READY, "The active model is still being read. Send the same request again."));
    }

    /**
     * Publishes a model. Once a version is there, the same again is fine and anything else is refused; of two at the same
     * time the one that comes first on the topic holds.
     *
     * @param change gives the new model, told the one it starts from: the active one, or what has the version already
     * @throws InvalidModelException when the change makes no possible model
     * @throws ModelRejectedException when the version has other content
     * @throws ModelRepository.NotDelivered when it cannot be published just now
     */
    public Publication publish(BrandKey brand, String version, UnaryOperator<ScoringModel> change, ChangeAttribution said) {
        var taken = list(brand).stream()
                .filter(known -> known.model().version().equals(version))
                .findAny();
        if (taken.isPresent()) {
            var known = taken.get();
            return new Publication(requireSameContent(known, change.apply(known.model())), false);
        }
        var model = change.apply(active(brand).model());
        var published = model.published(brand, said.by(), said.at());
        log.publish(published);
        var held = requireSameContent(get(brand, version), model);
        return new Publication(held, published.equals(held.published()));
    }

    /**
     * Has a brand scored with a model from now on: everyone is scored anew while events keep flowing. A model that is
     * active already stays so.
     *
     * @throws ModelRejectedException when the brand has no such model
     * @throws ModelRepository.NotDelivered when it cannot be activated just now
     */
    public BrandModel activate(BrandKey brand, String version, ChangeAttribution said) {
        var model = get(brand, version);
        if (model.active()) {
            return model;
        }
        var last = log.latestActivation(brand);
        var sequence = last == null ? 1 : last.sequence() + 1;
        log.publish(new ModelActivated(
                brand.agency(), brand.brand(), version, said.by(), said.reason(), said.at(), sequence));
        return get(brand, version);
    }

    public void requireReady() {
        if (!log.isReady()) {
            throw new ModelRejectedException(ModelRejectionReason.NOT_READY, "Models are still being read. Send the same request again.");
        }
    }

    private static BrandModel requireSameContent(BrandModel known, ScoringModel model) {
        if (!known.model().equals(model)) {
            throw new ModelRejectedException(
                    ModelRejectionReason.CONTENT_CONFLICT,
                    "Model '" + model.version() + "' is there with other content and is never edited."
                            + " Publish this one under another version.");
        }
        return known;
    }

    private BrandModel toBrandModel(BrandKey brand, ScoringModel model, @Nullable ModelPublished published) {
        var activated = log.latestActivation(brand);
        var version = activated == null ? STANDARD.version() : activated.version();
        if (!model.version().equals(version)) {
            return new BrandModel(model, published, false, null, null);
        }
        return new BrandModel(model, published, true, activated, rescored(brand, version));
    }

    private @Nullable ModelRescored rescored(BrandKey brand, String version) {
        var rescored = log.rescoringProgress(brand);
        if (rescored == null || rescored.version().equals(version)) {
            return rescored;
        }
        return new ModelRescored(
                brand.agency(), brand.brand(), version, 0, rescored.people(), false, rescored.sequence());
    }
}
