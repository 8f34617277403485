package io.rapport.identity.web;

import org.jspecify.annotations.Nullable;

/**
 * Why.
 *
 * @param reason in the decider's words
 */
record Reason(@Nullable String reason) {}
