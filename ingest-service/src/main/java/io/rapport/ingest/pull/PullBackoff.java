package io.rapport.ingest.pull;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after failed attempts: doubled with each one, with jitter so that connections do not come back together.
 *
 * @param first the wait after the first failure
 * @param most the longest wait
 */
record PullBackoff(Duration first, Duration most) {

    private static final int MAX_DOUBLINGS = 20;

    /**
     * The wait after failures.
     *
     * @param failures the number of failed attempts in a row, from 1
     * @param asked the least wait that the platform asks for; null for none
     * @param random a number from 0 to 1
     */
    Duration after(int failures, @Nullable Duration asked, DoubleSupplier random) {
        var doubled = first.multipliedBy(1L << Math.min(MAX_DOUBLINGS, failures - 1));
        var longest = doubled.compareTo(most) > 0 ? most : doubled;
        var wait = Duration.ofMillis((long) (longest.toMillis() * (0.5 + random.getAsDouble() / 2)));
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }
}
