package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a window and their ratio.
 *
 * @param returned what people gave
 * @param invested what the brand gave
 * @param ror returned by invested; null, not measurable, when nothing was invested
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RorSums(
        double returned, double invested, @Nullable Double ror) {}
