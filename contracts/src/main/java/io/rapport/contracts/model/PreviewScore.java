package io.rapport.contracts.model;

import io.rapport.contracts.score.Stage;

/**
 * A person's score with one model.
 *
 * @param strength 0 to 100
 * @param stage the stage of the relationship
 */
public record PreviewScore(double strength, Stage stage) {}
