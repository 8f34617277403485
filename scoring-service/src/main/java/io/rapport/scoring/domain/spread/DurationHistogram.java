package io.rapport.scoring.domain.spread;

import org.jspecify.annotations.Nullable;

/**
 * Durations up to 48 hours, counted in classes each 6 % wider than the one before. A class stands for its geometric
 * middle, so that a median read from it is at most 3 % off; under a second all are one class, 0.
 */
final class DurationHistogram {

    /** How many classes there are. */
    static final int CLASSES = 209;

    private static final double WIDTH = Math.log(1.06);

    private final long[] counts = new long[CLASSES];
    private long total;

    /** The class of a duration in milliseconds; what is negative counts as 0. */
    static int classOf(long millis) {
        return millis < 1000 ? 0 : Math.min(CLASSES - 1, 1 + (int) (Math.log(millis / 1000.0) / WIDTH));
    }

    void add(int durationClass, long count) {
        counts[durationClass] += count;
        total += count;
    }

    /** The median in seconds; null of nothing. */
    @Nullable
    Double median() {
        return total <= 0 ? null : Double.valueOf((at((total - 1) / 2) + at(total / 2)) / 2);
    }

    /** The duration of the given rank, the shortest having 0. */
    private double at(long rank) {
        long before = 0;
        int at = 0;
        while (at < CLASSES - 1 && before + counts[at] <= rank) {
            before += counts[at++];
        }
        return at == 0 ? 0 : Math.exp(WIDTH * (at - 0.5));
    }
}
