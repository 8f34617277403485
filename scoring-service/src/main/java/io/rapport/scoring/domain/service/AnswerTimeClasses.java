package io.rapport.scoring.domain.service;

import java.util.Arrays;

/**
 * Classes of answer times: whole seconds below 17, then classes 6 % wide up to half a year, the last for all beyond. A time
 * told from its class is off by less than 3 %.
 */
final class AnswerTimeClasses {

    /** How many classes there are. */
    static final int COUNT = 250;

    private static final double WIDTH = 1.06;
    private static final long[] FIRST = firstSeconds();

    private AnswerTimeClasses() {}

    static int classOf(long seconds) {
        var found = Arrays.binarySearch(FIRST, Math.max(0, seconds));
        return found >= 0 ? found : -found - 2;
    }

    /** The time a class stands for: the geometric mean of its shortest and longest. */
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
