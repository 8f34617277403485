package io.rapport.scoring.domain.model;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewRequested;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Published events about brands' scoring models, the same on every instance. When a {@code publish} method returns, the
 * event is durable and this repository returns it.
 */
public interface ModelRepository {

    /** The broker did not acknowledge an event, which may have been written. Publishing it again is safe. */
    final class PublicationFailedException extends RuntimeException {

        /** Creates an exception. */
        public PublicationFailedException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Whether all events published before this instance started have been read. */
    boolean isReady();

    /** A brand's published models in no particular order; for each version the first. */
    Collection<ModelPublished> publishedModels(BrandKey brand);

    /** The latest activation; null if there was none. */
    @Nullable
    ModelActivated latestActivation(BrandKey brand);

    /** Progress of the latest rescoring; null before the first report. */
    @Nullable
    ModelRescored rescoringProgress(BrandKey brand);

    /** The latest request for a preview; null if there was none. */
    @Nullable
    PreviewRequested latestPreviewRequest(BrandKey brand);

    /** The latest result of a preview, of the latest request or of an earlier one; null if there was none. */
    @Nullable
    PreviewComputed latestPreviewResult(BrandKey brand);

    /** The brand's current day; null before the first. */
    @Nullable
    LocalDate brandDay(BrandKey brand);

    /** @throws PublicationFailedException if the broker does not acknowledge the event */
    void publish(ModelPublished model);

    /** @throws PublicationFailedException if the broker does not acknowledge the event */
    void publish(ModelActivated activation);

    /** @throws PublicationFailedException if the broker does not acknowledge the event */
    void publish(PreviewRequested request);
}
