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
public interface ModelLog {

    /** What was added may not be there: the broker is away. The same may be added again. */
    final class NotDelivered extends RuntimeException {

        /** Not delivered, or not known to be. */
        public NotDelivered(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Whether all that was published before this instance started has been read. */
    boolean isRead();

    /** A brand's published models, in no order; of several with one version the first. */
    Collection<ModelPublished> published(BrandKey brand);

    /** The latest activation, or null. */
    @Nullable
    ModelActivated activated(BrandKey brand);

    /** How far everyone has been scored anew since; null before it is known. */
    @Nullable
    ModelRescored rescored(BrandKey brand);

    /** The latest request for a preview, or null. */
    @Nullable
    PreviewRequested requested(BrandKey brand);

    /** The latest that is known of a preview, of this request or of one before; or null. */
    @Nullable
    PreviewComputed computed(BrandKey brand);

    /** The brand's day; null before its first. */
    @Nullable
    LocalDate day(BrandKey brand);

    /** @throws NotDelivered when that is not possible just now */
    void add(ModelPublished model);

    /** @throws NotDelivered when that is not possible just now */
    void add(ModelActivated activation);

    /** @throws NotDelivered when that is not possible just now */
    void add(PreviewRequested request);
}
