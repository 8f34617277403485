package io.rapport.scoring.topology.state;

import java.time.LocalDate;

/** Days as stores keep them: epoch days. */
public final class Days {

    /** Before every day: none is known yet. */
    public static final int NONE = Integer.MIN_VALUE;

    private Days() {}

    /** A day as its epoch day. */
    public static int of(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** An epoch day as a day. */
    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
