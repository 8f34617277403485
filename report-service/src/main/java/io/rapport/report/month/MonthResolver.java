package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.http.HttpStatus;

/** Resolves a month to the days that its report is about. */
final class MonthResolver {

    private static final int MONTH_LENGTH = 7;

    private final AsOfResolver days;

    MonthResolver(AsOfResolver days) {
        this.days = days;
    }

    /** The days of a month in the form yyyy-MM; fails with a problem for months without figures. */
    MonthScope resolve(BrandKey brand, String text) {
        var month = parse(text);
        var current = days.resolve(brand, null);
        var today = current.day();
        if (today == null) {
            throw outside(month, "This brand has no figures yet.");
        }
        if (month.isAfter(YearMonth.from(today))) {
            throw outside(month, "This month is in the future: the brand's current day is " + today + ".");
        }
        var first = days.findFirstDay(brand).orElse(today);
        if (month.atEndOfMonth().isBefore(first)) {
            throw outside(month, "The figures of this brand begin on " + first + " and end on " + today + ".");
        }
        var isRunning = !month.atEndOfMonth().isBefore(today);
        var asOf =
                isRunning ? current : days.resolve(brand, month.atEndOfMonth().toString());
        var before = month.minusMonths(1).atEndOfMonth();
        return new MonthScope(month, asOf, !isRunning, before.isBefore(first) ? null : resolveDay(brand, before));
    }

    private AsOfDay resolveDay(BrandKey brand, LocalDate day) {
        return days.resolve(brand, day.toString());
    }

    private static YearMonth parse(String text) {
        try {
            if (text.length() == MONTH_LENGTH) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            // Not a month: refused below.
        }
        throw Problem.invalid("month", "month must be a month in the form yyyy-MM.")
                .asException();
    }

    private static RuntimeException outside(YearMonth month, String detail) {
        return Problem.of(
                        HttpStatus.NOT_FOUND, "not-a-month-of-the-brand", "There are no figures of that month", detail)
                .with("month", month.toString())
                .asException();
    }
}
