package io.rapport.scoring.domain.ledger;

/** The windows figures are given over, shortest first. */
public final class RollingWindows {

    /** How many there are. */
    public static final int COUNT = 3;

    private static final int[] DAYS = {7, 30, 90};

    private RollingWindows() {}

    /** The days of a window, by its place. */
    public static int days(int window) {
        return DAYS[window];
    }
}
