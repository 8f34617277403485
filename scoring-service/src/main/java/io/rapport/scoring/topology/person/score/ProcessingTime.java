package io.rapport.scoring.topology.person.score;

/**
 * When something is done.
 *
 * @param now wall-clock milliseconds, for the rate limit
 * @param timestamp what its events are stamped with: the record's that caused it, or the wall clock's when it was time
 *     alone
 */
public record ProcessingTime(long now, long timestamp) {

    public static ProcessingTime ofWallClock(long now) {
        return new ProcessingTime(now, now);
    }
}
