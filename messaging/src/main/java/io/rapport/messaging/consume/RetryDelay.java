package io.rapport.messaging.consume;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time between two attempts to read or apply records: it doubles with each failure, up to ten seconds. */
public final class RetryDelay {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Doublings after which the delay is the longest. */
    private static final int MAX_DOUBLINGS = 10;

    private RetryDelay() {}

    /** Reads until it is stopped or until a failure. */
    @FunctionalInterface
    public interface Attempt {

        /** Returns whether any poll succeeded, so that a failure is the first one. */
        boolean run() throws InterruptedException;
    }

    /**
     * The delay after a number of failures in a row.
     *
     * @param failures at least 1
     */
    public static Duration after(int failures) {
        var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** Repeats an attempt, after a delay, until it is stopped or the thread is interrupted. */
    public static void repeat(Attempt attempt, CountDownLatch stopped) {
        var failures = 0;
        try {
            do {
                failures = attempt.run() ? 1 : failures + 1;
            } while (!stopped.await(after(failures).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
