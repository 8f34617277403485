package io.rapport.ingest.domain.input;

import org.jspecify.annotations.Nullable;

/** Counts the rejected rows in a row of one file, and stops the file when there are too many. */
public final class RejectionStreak {

    /** The number of rejected rows in a row at which a file is stopped. */
    public static final int MAX_REJECTED_IN_A_ROW = 10_000;

    private int length;
    private @Nullable RowRejection first;

    /** Ends the streak: a row was accepted. */
    public void accepted() {
        length = 0;
        first = null;
    }

    /**
     * Extends the streak.
     *
     * @throws RejectionStreakException if the streak has reached the maximum
     */
    public void rejected(RowRejection rejection) {
        first = first == null ? rejection : first;
        if (++length >= MAX_REJECTED_IN_A_ROW) {
            throw new RejectionStreakException(first, rejection.index());
        }
    }
}
