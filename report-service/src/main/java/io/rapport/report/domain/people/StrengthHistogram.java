package io.rapport.report.domain.people;

import java.util.stream.DoubleStream;

/** How many people of a brand have which strength, in classes a tenth of a point wide; gives a person's place in percent. */
public final class StrengthHistogram {

    private static final int PER_POINT = 10;
    private static final int CLASSES = 100 * PER_POINT + 1;
    private static final double PERCENT = 100;

    /** At each class: the people of this class and of all higher ones. */
    private final long[] orHigher = new long[CLASSES + 1];

    private StrengthHistogram() {}

    /** Counts strengths, 0 to 100. */
    public static StrengthHistogram of(DoubleStream strengths) {
        var histogram = new StrengthHistogram();
        strengths.forEach(strength -> histogram.orHigher[classOf(strength)]++);
        for (var i = CLASSES - 1; i >= 0; i--) {
            histogram.orHigher[i] += histogram.orHigher[i + 1];
        }
        return histogram;
    }

    /**
     * The smallest percentage of the people, 1 to 100, that has all people of a higher class and the person itself, as the
     * scoring service computes it for earlier days.
     */
    public int place(double strength) {
        var people = Math.max(1, orHigher[0]);
        var above = orHigher[classOf(strength) + 1];
        return (int) Math.max(1, Math.min(PERCENT, Math.ceil(PERCENT * (above + 1) / people)));
    }

    private static int classOf(double strength) {
        return Math.max(0, Math.min(CLASSES - 1, (int) (strength * PER_POINT)));
    }
}
