package io.rapport.scoring.domain.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who decided something, and when.
 *
 * @param reason in their words; null when they did not say
 */
public record ChangeAttribution(String by, @Nullable String reason, Instant at) {}
