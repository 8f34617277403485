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
 * @param firstDay the first day that the brand has figures of
 */
record MonthScope(YearMonth month, AsOfDay asOf, DayInterval days, LocalDate today, LocalDate firstDay) {

    /** Whether the month is over: its last day is before the current one. */
    boolean complete() {
        return last().equals(month.atEndOfMonth()) && last().isBefore(today);
    }

    /** The days of the month before, which is over; null if the brand has no figures of it. */
    @Nullable
    MonthScope before() {
        var before = month.minusMonths(1);
        var last = before.atEndOfMonth();
        return last.isBefore(firstDay)
                ? null
                : new MonthScope(
                        before,
                        new AsOfDay(last, asOf.modelVersion(), false),
                        new DayInterval(before.atDay(1), last, days.zone()),
                        today,
                        firstDay);
    }

    LocalDate first() {
        return days.from();
    }

    LocalDate last() {
        return days.to();
    }
}
