package io.rapport.identity.web.decision;

import org.jspecify.annotations.Nullable;

/**
 * A request that carries only a reason.
 *
 * @param reason the reason given by the caller
 */
public record ReasonRequest(@Nullable String reason) {}
