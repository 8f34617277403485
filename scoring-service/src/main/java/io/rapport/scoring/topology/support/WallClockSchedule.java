package io.rapport.scoring.topology.support;

import io.rapport.scoring.domain.policy.ChangePolicy;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Wall-clock punctuation and the rate limit of publications. */
public final class WallClockSchedule {

    /** Interval between two punctuations, except while the stream is idle. */
    public static final Duration TICK = Duration.ofMillis(100);

    /** Minimum time in milliseconds between two states of a key on a {@code .current} topic, or two sums of a brand. */
    public static final long MIN_INTERVAL_MILLIS = ChangePolicy.MIN_PUBLICATION_INTERVAL;

    private WallClockSchedule() {}

    /**
     * Schedules a punctuator by wall clock. All tasks are punctuated at the same times, counted from the epoch, so that a
     * thread does its deferred work in few large batches.
     */
    public static void schedule(Duration interval, ProcessorContext<?, ?> context, Punctuator punctuator) {
        context.schedule(Instant.EPOCH, interval, PunctuationType.WALL_CLOCK_TIME, punctuator);
    }

    /** Whether the minimum interval has passed since the last publication. */
    public static boolean isDue(long publishedAt, long now) {
        return ChangePolicy.isPublicationDue(publishedAt, now);
    }
}
