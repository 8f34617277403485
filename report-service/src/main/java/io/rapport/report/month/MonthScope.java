package io.rapport.report.month;

import io.rapport.report.domain.AsOfDay;
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

    /** Whether a time is on one of the days of the report. */
    boolean contains(Instant time) {
        var day = time.atZone(zone).toLocalDate();
        return !day.isBefore(first()) && !day.isAfter(last);
    }

    LocalDate first() {
        return month.atDay(1);
    }
}
