package io.rapport.scoring.web;

import org.jspecify.annotations.Nullable;

/**
 * A request to activate a model.
 *
 * @param reason free text; null when none was given
 */
record ModelActivationRequest(@Nullable String reason) {}
