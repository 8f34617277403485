package io.rapport.report.month;

import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The days of a month report.
 *
 * @param asOf the last day of the month, or the brand's current day while the month runs
 * @param days of the report: the last one is {@code asOf}
 * @param today the brand's current day
 * @param before the month before; null if the brand has no figures of it
 */
record MonthScope(
        YearMonth month,
        AsOfDay asOf,
        DayInterval days,
        LocalDate today,
        @Nullable YearMonth before) {

    /** Whether the month is over: its last day is before the current one. */
    boolean complete() {
        return last().equals(month.atEndOfMonth()) && last().isBefore(today);
    }

    LocalDate first() {
        return days.from();
    }

    LocalDate last() {
        return days.to();
    }
}
