package io.rapport.scoring.domain.ledger;

/** Rolling windows of the published figures, shortest first. */
public final class RollingWindows {

    /** Number of windows. */
    public static final int COUNT = 3;

    private static final int[] DAYS = {7, 30, 90};

    private RollingWindows() {}

    /** Length of a window in days, by its index. */
    public static int days(int window) {
        return DAYS[window];
    }
}
