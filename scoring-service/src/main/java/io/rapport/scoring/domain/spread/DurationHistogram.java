package io.rapport.scoring.domain.spread;

import org.jspecify.annotations.Nullable;

/**
 * Histogram of durations up to 48 hours in classes that are each 6 % wider than the previous one. A class is represented by
 * its geometric mean, so a median has an error of at most 3 %; class 0 holds all durations below one second.
 */
final class DurationHistogram {

    /** Number of classes. */
    static final int CLASSES = 209;

    private static final double WIDTH = Math.log(1.06);

    private final long[] counts = new long[CLASSES];
    private long total;

    /** Class of a duration in milliseconds; negative durations count as 0. */
    static int classOf(long millis) {
        return millis < 1000 ? 0 : Math.min(CLASSES - 1, 1 + (int) (Math.log(millis / 1000.0) / WIDTH));
    }

    void add(int durationClass, long count) {
        counts[durationClass] += count;
        total += count;
    }

    /** Median in seconds; null if the histogram is empty. */
    @Nullable
    Double median() {
        return total <= 0 ? null : Double.valueOf((at((total - 1) / 2) + at(total / 2)) / 2);
    }

    /** Duration of a rank; the shortest duration has rank 0. */
    private double at(long rank) {
        long before = 0;
        int at = 0;
        while (at < CLASSES - 1 && before + counts[at] <= rank) {
            before += counts[at++];
        }
        return at == 0 ? 0 : Math.exp(WIDTH * (at - 0.5));
    }
}
