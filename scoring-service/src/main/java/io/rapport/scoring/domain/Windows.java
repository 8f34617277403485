package io.rapport.scoring.domain;

/** The windows figures are given over, shortest first. */
final class Windows {

    static final int COUNT = 3;

    private static final int[] DAYS = {7, 30, 90};

    private Windows() {}

    static int days(int window) {
        return DAYS[window];
    }
}
