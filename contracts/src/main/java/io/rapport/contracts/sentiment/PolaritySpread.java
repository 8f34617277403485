package io.rapport.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How one polarity spreads.
 *
 * @param carriers distinct people
 * @param voices messages
 * @param reach the carriers' known followers, each carrier counted once
 * @param reproduction how many further messages each brings about
 * @param secondsToFirst median seconds to a message's first child; null when none had one
 * @param secondsToFifth median seconds to a message's fifth child; null when none had five
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PolaritySpread(
        long carriers,
        long voices,
        long reach,
        ReproductionNumber reproduction,
        @Nullable Double secondsToFirst,
        @Nullable Double secondsToFifth) {}
