package io.rapport.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The generated days, in the time zone of the brand.
 *
 * @param start the first day
 * @param days the number of days
 * @param zone the time zone of the brand
 */
record DemoPeriod(LocalDate start, int days, ZoneId zone) {

    /** A random time on a day, counted from 0, between two full hours. */
    Instant randomTime(int day, int fromHour, int toHour, SeededRandom random) {
        var second = random.between(fromHour * 3600, toHour * 3600 - 1);
        return start.plusDays(day)
                .atTime(LocalTime.ofSecondOfDay(second))
                .atZone(zone)
                .toInstant();
    }

    /** The day of a time, counted from 0. */
    int dayOf(Instant time) {
        return (int) ChronoUnit.DAYS.between(start, time.atZone(zone).toLocalDate());
    }

    /** Whether a time is within the period. */
    boolean contains(Instant time) {
        var day = dayOf(time);
        return day >= 0 && day < days;
    }
}
