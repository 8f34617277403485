package io.rapport.scoring.domain.model;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.contracts.model.PreviewStatus;
import io.rapport.scoring.domain.model.ModelRefused.Why;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where previews are asked for and looked up. Each brand has one at a time: the one asked for last. */
public final class PreviewDesk {

    private final ModelLog log;
    private final ModelDesk models;

    /** A desk with a log. */
    public PreviewDesk(ModelLog log, ModelDesk models) {
        this.log = log;
        this.models = models;
    }

    /**
     * Asks what a model would change. It is worked out in the background.
     *
     * @param id of the request, never used before
     * @throws ModelRefused when the brand has no such model, or no day yet
     * @throws ModelLog.NotDelivered when it cannot be asked for just now
     */
    public PreviewComputed ask(BrandKey brand, String version, UUID id, Said said) {
        var model = models.get(brand, version).model();
        var active = models.active(brand).model();
        var day = log.day(brand);
        if (day == null) {
            throw new ModelRefused(Why.NO_DAY, "The brand has no day yet, so that nobody can be judged.");
        }
        var request = new PreviewRequested(
                brand.agency(), brand.brand(), id, model.version(), active.version(), day, said.by(), said.at());
        log.add(request);
        return state(request, log.computed(brand));
    }

    /** The preview of a model, or how far it is; null when none was asked for, or another was asked for since. */
    public @Nullable PreviewComputed find(BrandKey brand, String version) {
        models.requireRead();
        var request = log.requested(brand);
        return request == null || !request.version().equals(version) ? null : state(request, log.computed(brand));
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
