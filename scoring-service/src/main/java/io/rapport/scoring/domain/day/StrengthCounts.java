package io.rapport.scoring.domain.day;

import java.util.Arrays;
import java.util.List;

/** Number of people in classes of strength that are a tenth of a point wide; gives a person's place in percent. */
public final class StrengthCounts {

    private static final int PER_POINT = 10;
    private static final int CLASSES = 100 * PER_POINT + 1;
    private static final int BANDS = 10;
    private static final int CLASSES_PER_BAND = 10 * PER_POINT;

    private final long[] counts = new long[CLASSES];

    void add(double strength) {
        counts[classOf(strength)]++;
    }

    void add(long[] other) {
        for (int i = 0; i < CLASSES; i++) {
            counts[i] += other[i];
        }
    }

    long[] toArray() {
        return counts.clone();
    }

    /** Number of people in each band of ten points; the last one has strength 100, too. */
    List<Long> bands() {
        var bands = new long[BANDS];
        for (int i = 0; i < CLASSES; i++) {
            bands[Math.min(BANDS - 1, i / CLASSES_PER_BAND)] += counts[i];
        }
        return Arrays.stream(bands).boxed().toList();
    }

    long people() {
        return Arrays.stream(counts).sum();
    }

    /** Smallest percentage of the people, 1 to 100, that has all people of a higher class and the person itself. */
    int top(double strength) {
        long above = 0;
        for (int i = classOf(strength) + 1; i < CLASSES; i++) {
            above += counts[i];
        }
        return (int) Math.max(1, Math.ceil(100.0 * (above + 1) / Math.max(1, people())));
    }

    private static int classOf(double strength) {
        return Math.max(0, Math.min(CLASSES - 1, (int) (strength * PER_POINT)));
    }
}
