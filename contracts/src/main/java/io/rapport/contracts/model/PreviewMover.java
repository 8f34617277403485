package io.rapport.contracts.model;

import java.util.UUID;

/**
 * A person whose score the previewed model would change.
 *
 * @param before the score with the active model
 * @param after the score with the previewed model
 */
public record PreviewMover(UUID person, PreviewScore before, PreviewScore after) {}
