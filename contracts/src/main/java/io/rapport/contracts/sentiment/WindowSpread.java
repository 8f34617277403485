package io.rapport.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The spread of messages about a brand over one window.
 *
 * @param window days, up to and including {@code asOf}
 * @param positive the spread of positive messages
 * @param negative the spread of negative messages
 * @param mean mean over people's means, -1 to 1; null when there is no sentiment
 * @param polarisation standard deviation over people's means; null when there is no sentiment
 * @param evidence {@code few} when it stands on few data, fewer than 5 people or 20 messages; null otherwise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WindowSpread(
        int window,
        PolaritySpread positive,
        PolaritySpread negative,
        @Nullable Double mean,
        @Nullable Double polarisation,
        @Nullable String evidence) {

    /** A spread that stands on enough data. */
    public WindowSpread(
            int window,
            PolaritySpread positive,
            PolaritySpread negative,
            @Nullable Double mean,
            @Nullable Double polarisation) {
        this(window, positive, negative, mean, polarisation, null);
    }
}
