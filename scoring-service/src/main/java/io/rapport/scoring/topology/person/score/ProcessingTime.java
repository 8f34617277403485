package io.rapport.scoring.topology.person.score;

/**
 * The times of an operation.
 *
 * @param now wall-clock milliseconds, for the rate limit
 * @param timestamp of its events: that of the record that caused it, or the wall clock for a punctuation
 */
public record ProcessingTime(long now, long timestamp) {

    /** Returns the time of a punctuation. */
    public static ProcessingTime ofWallClock(long now) {
        return new ProcessingTime(now, now);
    }
}
