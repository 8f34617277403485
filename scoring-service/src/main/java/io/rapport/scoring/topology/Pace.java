package io.rapport.scoring.topology;

import java.time.Duration;

/** How often things are done by the wall clock. */
final class Pace {

    /** How often deferred work is looked for. */
    static final Duration TICK = Duration.ofMillis(100);

    /** The least time, in milliseconds, between two states of a key on a {@code .current} topic, or two sums of a brand. */
    static final long REST = 1000;

    private Pace() {}

    /** Whether a key last told at {@code since} may be told anew. */
    static boolean rested(long since, long now) {
        return now - since >= REST;
    }
}
