package io.rapport.scoring.domain.service;

import java.util.Arrays;

/**
 * Histogram classes of answer times: whole seconds below 17, then classes 6 % wide up to half a year, and one for all longer
 * times. A time that is derived from its class has an error below 3 %.
 */
final class AnswerTimeClasses {

    /** Number of classes. */
    static final int COUNT = 250;

    private static final double WIDTH = 1.06;
    private static final long[] FIRST = firstSeconds();

    private AnswerTimeClasses() {}

    static int classOf(long seconds) {
        var found = Arrays.binarySearch(FIRST, Math.max(0, seconds));
        return found >= 0 ? found : -found - 2;
    }

    /** Representative time of a class: the geometric mean of its shortest and longest time. */
    static double seconds(int index) {
        return index == COUNT - 1 ? FIRST[index] : Math.sqrt((double) FIRST[index] * (FIRST[index + 1] - 1));
    }

    private static long[] firstSeconds() {
        var first = new long[COUNT];
        for (var i = 1; i < COUNT; i++) {
            first[i] = (long) (first[i - 1] * WIDTH) + 1;
        }
        return first;
    }
}
