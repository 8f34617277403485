package io.rapport.scoring.topology.support;

import io.rapport.scoring.domain.policy.ChangePolicy;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** How often things are done by the wall clock. */
public final class WallClockSchedule {

    /** How often deferred work is looked for. */
    public static final Duration TICK = Duration.ofMillis(100);

    /** The least time, in milliseconds, between two states of a key on a {@code .current} topic, or two sums of a brand. */
    public static final long MIN_INTERVAL_MILLIS = ChangePolicy.MIN_PUBLICATION_INTERVAL;

    private WallClockSchedule() {}

    /**
     * Does something over and over. All tasks are called at the same moments: what a thread does between two of them it does in
     * few large portions.
     */
    public static void schedule(Duration time, ProcessorContext<?, ?> context, Punctuator what) {
        context.schedule(Instant.EPOCH, time, PunctuationType.WALL_CLOCK_TIME, what);
    }

    /** Whether a key last told at {@code since} may be told anew. */
    public static boolean isDue(long since, long now) {
        return ChangePolicy.isPublicationDue(since, now);
    }
}
