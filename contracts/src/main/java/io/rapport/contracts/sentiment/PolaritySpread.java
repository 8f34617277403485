package io.rapport.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The spread of messages of one polarity.
 *
 * @param carriers the number of distinct people
 * @param voices the number of messages
 * @param reach the carriers' known followers, each carrier counted once
 * @param reproduction the reproduction number of a message
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
