package io.rapport.scoring.topology.person;

/**
 * When something is done.
 *
 * @param now wall-clock milliseconds, for the rate limit
 * @param timestamp what its events are stamped with: the record's that caused it, or the wall clock's when it was time
 *     alone
 */
record Moment(long now, long timestamp) {

    static Moment ofClock(long now) {
        return new Moment(now, now);
    }
}
