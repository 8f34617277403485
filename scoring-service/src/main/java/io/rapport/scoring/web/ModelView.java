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
 * A scoring model with all its weights.
 *
 * @param model version and weights
 * @param active whether it is the active model of the brand
 * @param activeSince time of activation; omitted for the initial model of a brand and for inactive models
 * @param activatedBy who activated it
 * @param activationReason the reason that was given
 * @param rescoring progress of rescoring people since the activation
 * @param publishedBy who published it; omitted for the standard model
 * @param publishedAt when it was published
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
     * Progress of rescoring with a model.
     *
     * @param rescored people scored with it so far
     * @param people all people with a relationship to the brand
     * @param done whether all people and the figures of the brand are scored with it
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
