package io.rapport.report.month;

import io.rapport.report.domain.AsOfDay;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The days of a month report.
 *
 * @param asOf the last day of the month, or the brand's current day while the month runs
 * @param complete whether the month is over
 * @param before the last day of the month before; null if the brand has no figures of it
 */
record MonthScope(
        YearMonth month,
        AsOfDay asOf,
        boolean complete,
        @Nullable AsOfDay before) {}
