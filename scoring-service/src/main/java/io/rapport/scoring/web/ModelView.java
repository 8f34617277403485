package io.rapport.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.scoring.domain.model.BrandModel;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scoring model, with all its weights.
 *
 * @param model its version and weights
 * @param active whether the brand is scored with it
 * @param activeSince when it was activated; left out when the brand began with it, or it is not active
 * @param activatedBy who activated it
 * @param activationReason why, in their words
 * @param rescoring how far everyone has been scored with it since
 * @param publishedBy who published it; left out for the standard model
 * @param publishedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelView(
        @JsonUnwrapped ScoringModel model,
        boolean active,
        @Nullable Instant activeSince,
        @Nullable String activatedBy,
        @Nullable String activationReason,
        @Nullable Rescoring rescoring,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {

    /**
     * How far everyone has been scored with a model.
     *
     * @param rescored people scored with it so far
     * @param people everyone who has a relationship with the brand
     * @param done whether everyone is, the brand's figures included
     */
    record Rescoring(long rescored, long people, boolean done) {

        static @Nullable Rescoring of(@Nullable ModelRescored rescored) {
            return rescored == null ? null : new Rescoring(rescored.rescored(), rescored.people(), rescored.done());
        }
    }

    static ModelView of(BrandModel known) {
        @Nullable ModelActivated activated = known.activated();
        @Nullable ModelPublished published = known.published();
        return new ModelView(
                known.model(),
                known.active(),
                activated == null ? null : activated.at(),
                activated == null ? null : activated.by(),
                activated == null ? null : activated.reason(),
                Rescoring.of(known.rescored()),
                published == null ? null : published.publishedBy(),
                published == null ? null : published.publishedAt());
    }
}
