package io.rapport.scoring.domain.preview;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewComputedBuilder;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.contracts.model.PreviewStatus;
import io.rapport.scoring.domain.model.ChangeAttribution;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.scoring.domain.model.ModelRejectedException;
import io.rapport.scoring.domain.model.ModelRejectedException.ModelRejectionReason;
import io.rapport.scoring.domain.model.ModelRepository;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests previews of models and looks up their results. A brand has one preview at a time, the latest requested. */
public final class PreviewRegistry {

    private final ModelRepository repository;
    private final ModelRegistry models;

    /** Creates a registry. */
    public PreviewRegistry(ModelRepository repository, ModelRegistry models) {
        this.repository = repository;
        this.models = models;
    }

    /**
     * Requests a preview of what a model would change. It is computed asynchronously.
     *
     * @param id unique id of the request
     * @throws ModelRejectedException if the brand has no such model, or no day yet
     * @throws ModelRepository.PublicationFailedException if the broker does not acknowledge the request
     */
    public PreviewComputed request(BrandKey brand, String version, UUID id, ChangeAttribution attribution) {
        var model = models.get(brand, version).model();
        var active = models.active(brand).model();
        var day = repository.brandDay(brand);
        if (day == null) {
            throw new ModelRejectedException(
                    ModelRejectionReason.NO_DAY, "The brand has no day yet, so no person can be scored.");
        }
        var request = new PreviewRequested(
                brand.agency(),
                brand.brand(),
                id,
                model.version(),
                active.version(),
                day,
                attribution.by(),
                attribution.at());
        repository.publish(request);
        return state(request, repository.latestPreviewResult(brand));
    }

    /** The preview of a model or its progress; null if none was requested, or another was requested later. */
    public @Nullable PreviewComputed find(BrandKey brand, String version) {
        models.requireReady();
        var request = repository.latestPreviewRequest(brand);
        return request == null || !request.version().equals(version)
                ? null
                : state(request, repository.latestPreviewResult(brand));
    }

    private static PreviewComputed state(PreviewRequested request, @Nullable PreviewComputed computed) {
        if (computed != null && computed.id().equals(request.id())) {
            return computed;
        }
        return PreviewComputedBuilder.builder()
                .agency(request.agency())
                .brand(request.brand())
                .id(request.id())
                .version(request.version())
                .active(request.active())
                .asOf(request.asOf())
                .status(PreviewStatus.RUNNING)
                .build();
    }
}
