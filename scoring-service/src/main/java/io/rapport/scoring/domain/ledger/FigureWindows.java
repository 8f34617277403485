package io.rapport.scoring.domain.ledger;

/** The windows of a set of figures, each with the one before it: the rolling windows, or one period of days. */
public final class FigureWindows {

    /** The rolling windows, each as long as the one before it. */
    public static final FigureWindows ROLLING = rolling();

    private static final int MAX_DAYS = 90;

    private final int[] days;
    private final int[] daysBefore;

    private FigureWindows(int[] days, int[] daysBefore) {
        this.days = days;
        this.daysBefore = daysBefore;
    }

    /**
     * One window of any length.
     *
     * @param days its length, 1 to 90
     * @param daysBefore length of the window before it, 1 to 90
     */
    public static FigureWindows ofPeriod(int days, int daysBefore) {
        if (days < 1 || days > MAX_DAYS || daysBefore < 1 || daysBefore > MAX_DAYS) {
            throw new IllegalArgumentException("A period, and the one before it, has 1 to " + MAX_DAYS + " days");
        }
        return new FigureWindows(new int[] {days}, new int[] {daysBefore});
    }

    /** Number of windows, at most {@link RollingWindows#COUNT}. */
    public int count() {
        return days.length;
    }

    /** Length of a window in days. */
    public int days(int window) {
        return days[window];
    }

    /** Length of the window before a window, in days. */
    public int daysBefore(int window) {
        return daysBefore[window];
    }

    /** Length of the longest window, which is the last one, in days. */
    public int longest() {
        return days[days.length - 1];
    }

    /** Length of the longest window and the one before it, in days. */
    public int longestWithBefore() {
        return longest() + daysBefore[days.length - 1];
    }

    private static FigureWindows rolling() {
        var lengths = new int[RollingWindows.COUNT];
        for (int w = 0; w < lengths.length; w++) {
            lengths[w] = RollingWindows.days(w);
        }
        return new FigureWindows(lengths, lengths);
    }
}
