package io.rapport.scoring.domain.model;

import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelRescored;
import org.jspecify.annotations.Nullable;

/**
 * A scoring model a brand can be scored with.
 *
 * @param published when and by whom; null for the standard model
 * @param active whether the brand is scored with it
 * @param activated the activation, while it is active; null when the brand began with it
 * @param rescored how far everyone has been scored with it; null when it is not active or nothing is known yet
 */
public record BrandModel(
        ScoringModel model,
        @Nullable ModelPublished published,
        boolean active,
        @Nullable ModelActivated activated,
        @Nullable ModelRescored rescored) {}
