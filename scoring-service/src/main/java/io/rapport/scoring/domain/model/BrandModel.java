package io.rapport.scoring.domain.model;

import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelRescored;
import org.jspecify.annotations.Nullable;

/**
 * A scoring model of a brand with its state.
 *
 * @param published publication of the model; null for the standard model
 * @param active whether the brand is scored with it
 * @param activated activation of the active model; null if it is the initial model, or not active
 * @param rescored progress of rescoring all people; null if the model is not active or no progress was reported
 */
public record BrandModel(
        ScoringModel model,
        @Nullable ModelPublished published,
        boolean active,
        @Nullable ModelActivated activated,
        @Nullable ModelRescored rescored) {}
