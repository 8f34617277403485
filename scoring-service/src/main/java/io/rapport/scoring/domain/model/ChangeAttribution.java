package io.rapport.scoring.domain.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Author, reason and time of a change.
 *
 * @param reason free text; null if not given
 */
public record ChangeAttribution(String by, @Nullable String reason, Instant at) {}
