package io.rapport.contracts.model;

import java.util.UUID;

/**
 * Somebody whose score a model would change.
 *
 * @param before their score with the active model
 * @param after their score with the other one
 */
public record PreviewMover(UUID person, PreviewScore before, PreviewScore after) {}
