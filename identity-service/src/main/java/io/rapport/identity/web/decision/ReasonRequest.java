package io.rapport.identity.web.decision;

import org.jspecify.annotations.Nullable;

/**
 * Why.
 *
 * @param reason in the decider's words
 */
public record ReasonRequest(@Nullable String reason) {}
