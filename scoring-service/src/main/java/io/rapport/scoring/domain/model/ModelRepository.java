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
 * What was published about brands' scoring models, the same on every instance. What is added is there, for good and for
 * everyone, when the method returns.
 */
public interface ModelRepository {

    /** What was added may not be there: the broker is away. The same may be added again. */
    final class PublicationFailedException extends RuntimeException {

        /** Not delivered, or not known to be. */
        public PublicationFailedException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Whether all that was published before this instance started has been read. */
    boolean isReady();

    /** A brand's published models, in no order; of several with one version the first. */
    Collection<ModelPublished> publishedModels(BrandKey brand);

    /** The latest activation, or null. */
    @Nullable
    ModelActivated latestActivation(BrandKey brand);

    /** How far everyone has been scored anew since; null before it is known. */
    @Nullable
    ModelRescored rescoringProgress(BrandKey brand);

    /** The latest request for a preview, or null. */
    @Nullable
    PreviewRequested latestPreviewRequest(BrandKey brand);

    /** The latest that is known of a preview, of this request or of one before; or null. */
    @Nullable
    PreviewComputed latestPreviewResult(BrandKey brand);

    /** The brand's day; null before its first. */
    @Nullable
    LocalDate brandDay(BrandKey brand);

    /** @throws NotDelivered when that is not possible just now */
    void publish(ModelPublished model);

    /** @throws NotDelivered when that is not possible just now */
    void publish(ModelActivated activation);

    /** @throws NotDelivered when that is not possible just now */
    void publish(PreviewRequested request);
}
