package io.rapport.report.month;

import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The days of a month report.
 *
 * @param asOf the last day of the month, or the brand's current day while the month runs
 * @param last {@code asOf} as a date
 * @param today the brand's current day
 * @param zone of the brand
 * @param before the month before; null if the brand has no figures of it
 */
record MonthScope(
        YearMonth month,
        AsOfDay asOf,
        LocalDate last,
        LocalDate today,
        ZoneId zone,
        @Nullable YearMonth before) {

    /** Whether the month is over: its last day is before the current one. */
    boolean complete() {
        return last.equals(month.atEndOfMonth()) && last.isBefore(today);
    }

    /** The days of the report. */
    DayInterval days() {
        return new DayInterval(first(), last, zone);
    }

    /** Whether a day is one of the days of the report. */
    boolean contains(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last);
    }

    /** The first time of the report. */
    Instant start() {
        return startOf(first());
    }

    /** The first time after the report. */
    Instant end() {
        return startOf(last.plusDays(1));
    }

    /** The first time of a day in the brand's zone. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The day of a time in the brand's zone. */
    LocalDate dayOf(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    LocalDate first() {
        return month.atDay(1);
    }
}
