package io.rapport.scoring.web;

import org.jspecify.annotations.Nullable;

/**
 * Has a brand scored with a model.
 *
 * @param reason in the decider's words; null when they do not say
 */
record ModelActivationRequest(@Nullable String reason) {}
