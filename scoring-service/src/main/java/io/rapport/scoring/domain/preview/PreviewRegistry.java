package io.rapport.scoring.domain.preview;

import io.rapport.scoring.domain.model.ChangeAttribution;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.scoring.domain.model.ModelRejectedException;
import io.rapport.scoring.domain.model.ModelRepository;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.contracts.model.PreviewStatus;
import io.rapport.scoring.domain.model.ModelRejectedException.ModelRejectionReason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where previews are asked for and looked up. Each brand has one at a time: the one asked for last. */
public final class PreviewRegistry {

    private final ModelRepository log;
    private final ModelRegistry models;

    /** A desk with a log. */
    public PreviewRegistry(ModelRepository log, ModelRegistry models) {
        this.log = log;
        this.models = models;
    }

    /**
     * Asks what a model would change. It is worked out in the background.
     *
     * @param id of the request, never used before
     * @throws ModelRejectedException when the brand has no such model, or no day yet
     * @throws ModelRepository.NotDelivered when it cannot be asked for just now
     */
    public PreviewComputed request(BrandKey brand, String version, UUID id, ChangeAttribution said) {
        var model = models.get(brand, version).model();
        var active = models.active(brand).model();
        var day = log.brandDay(brand);
        if (day == null) {
            throw new ModelRejectedException(ModelRejectionReason.NO_DAY, "The brand has no day yet, so that nobody can be judged.");
        }
        var request = new PreviewRequested(
                brand.agency(), brand.brand(), id, model.version(), active.version(), day, said.by(), said.at());
        log.publish(request);
        return state(request, log.latestPreviewResult(brand));
    }

    /** The preview of a model, or how far it is; null when none was asked for, or another was asked for since. */
    public @Nullable PreviewComputed find(BrandKey brand, String version) {
        models.requireReady();
        var request = log.latestPreviewRequest(brand);
        return request == null || !request.version().equals(version) ? null : state(request, log.latestPreviewResult(brand));
    }

    private static PreviewComputed state(PreviewRequested request, @Nullable PreviewComputed computed) {
        if (computed != null && computed.id().equals(request.id())) {
            return computed;
        }
        return new PreviewComputed(
                request.agency(),
                request.brand(),
                request.id(),
                request.version(),
                request.active(),
                request.asOf(),
                PreviewStatus.RUNNING,
                0,
                0,
                null,
                null,
                null,
                0);
    }
}
