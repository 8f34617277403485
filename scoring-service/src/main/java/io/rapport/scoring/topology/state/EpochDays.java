package io.rapport.scoring.topology.state;

import io.rapport.scoring.domain.day.EventDay;
import java.time.LocalDate;

/** Days as epoch days, as stores keep them. */
public final class EpochDays {

    /** Before every day: no day is known yet. */
    public static final int NONE = EventDay.NONE;

    private EpochDays() {}

    /** Returns the epoch day of a date. */
    public static int of(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** Returns the date of an epoch day. */
    public static LocalDate toDate(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
