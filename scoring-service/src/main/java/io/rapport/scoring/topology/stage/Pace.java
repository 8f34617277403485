package io.rapport.scoring.topology.stage;

import java.time.Duration;

/** How often things are done by the wall clock. */
public final class Pace {

    /** How often deferred work is looked for. */
    public static final Duration TICK = Duration.ofMillis(100);

    /** The least time, in milliseconds, between two states of a key on a {@code .current} topic, or two sums of a brand. */
    public static final long REST = 1000;

    private Pace() {}

    /** Whether a key last told at {@code since} may be told anew. */
    public static boolean rested(long since, long now) {
        return now - since >= REST;
    }
}
