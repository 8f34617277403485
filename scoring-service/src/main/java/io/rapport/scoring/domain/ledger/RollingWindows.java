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

    /**
     * Index of the window of a length.
     *
     * @throws IllegalArgumentException if there is no window of this length
     */
    public static int indexOf(int days) {
        for (int w = 0; w < COUNT; w++) {
            if (DAYS[w] == days) {
                return w;
            }
        }
        throw new IllegalArgumentException("window is 7, 30 or 90, not " + days);
    }
}
