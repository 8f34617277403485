package io.rapport.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How word of a brand spreads over one window.
 *
 * @param window days, up to and including {@code asOf}
 * @param positive how good word spreads
 * @param negative how bad word spreads
 * @param mean mean over people's means, -1 to 1; null when nobody was judged
 * @param polarisation standard deviation over people's means; null when nobody was judged
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WindowSpread(
        int window,
        PolaritySpread positive,
        PolaritySpread negative,
        @Nullable Double mean,
        @Nullable Double polarisation) {}
