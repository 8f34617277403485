package io.rapport.scoring.query;

/** The day of a brand cannot be set. */
public final class DayRejectedException extends RuntimeException {

    private final DayRejection rejection;

    DayRejectedException(DayRejection rejection, String message) {
        super(message);
        this.rejection = rejection;
    }

    /** Why a day cannot be set. */
    public enum DayRejection {
        /** The brand follows the wall clock. */
        LIVE_CLOCK,
        /** Sums that figures of the day need were dropped. */
        SUMS_DROPPED
    }

    /** Why the day cannot be set. */
    public DayRejection rejection() {
        return rejection;
    }
}
