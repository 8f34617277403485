package io.rapport.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The days that are played, as they pass where the brand is.
 *
 * @param start the first day
 * @param days how many
 * @param zone of the brand
 */
record DemoPeriod(LocalDate start, int days, ZoneId zone) {

    /** A moment on a day, counted from 0, between two full hours. */
    Instant on(int day, int fromHour, int toHour, SeededRandom chance) {
        var second = chance.between(fromHour * 3600, toHour * 3600 - 1);
        return start.plusDays(day)
                .atTime(LocalTime.ofSecondOfDay(second))
                .atZone(zone)
                .toInstant();
    }

    /** The day a moment falls on, counted from 0. */
    int dayOf(Instant moment) {
        return (int) ChronoUnit.DAYS.between(start, moment.atZone(zone).toLocalDate());
    }

    /** Whether a moment still belongs to it. */
    boolean contains(Instant moment) {
        var day = dayOf(moment);
        return day >= 0 && day < days;
    }
}
