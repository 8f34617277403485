package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a window and their ratio.
 *
 * @param returned the return from people
 * @param invested the effort of the brand
 * @param ror returned by invested; null when nothing was invested
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RorSums(
        double returned, double invested, @Nullable Double ror) {}
