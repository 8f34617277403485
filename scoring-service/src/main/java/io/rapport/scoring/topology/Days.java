package io.rapport.scoring.topology;

import java.time.LocalDate;

/** Days as stores keep them: epoch days. */
final class Days {

    /** Before every day: none is known yet. */
    static final int NONE = Integer.MIN_VALUE;

    private Days() {}

    static int of(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
