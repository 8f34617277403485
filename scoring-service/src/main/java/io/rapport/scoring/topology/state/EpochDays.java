package io.rapport.scoring.topology.state;

import java.time.LocalDate;

/** Days as stores keep them: epoch days. */
public final class EpochDays {

    /** Before every day: none is known yet. */
    public static final int NONE = Integer.MIN_VALUE;

    private EpochDays() {}

    /** A day as its epoch day. */
    public static int of(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** An epoch day as a day. */
    public static LocalDate toDate(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
