package io.rapport.report.month;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;

/** Resolves a month to the days that its report is about. */
public final class MonthResolver {

    private static final int MONTH_LENGTH = 7;

    private final AsOfResolver days;

    /** A resolver on the days that have figures. */
    public MonthResolver(AsOfResolver days) {
        this.days = days;
    }

    /** The days of a month in the form yyyy-MM; fails with a problem for months without figures. */
    MonthScope resolve(BrandRegistered registered, String text) {
        var brand = registered.brandKey();
        var month = parse(text);
        var current = days.resolve(brand, null);
        var today = current.day();
        if (today == null) {
            throw outside(month, "This brand has no figures yet.");
        }
        var first = days.findFirstDay(brand).orElse(today);
        if (month.isAfter(YearMonth.from(today)) || month.atEndOfMonth().isBefore(first)) {
            throw outside(month, range(month, first, today));
        }
        var last = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        // Not resolved as a day of its own, which would compute all figures of it.
        var asOf = last.equals(today) ? current : new AsOfDay(last, current.modelVersion(), false);
        var interval = new DayInterval(month.atDay(1), last, ZoneId.of(registered.timeZone()));
        return new MonthScope(month, asOf, interval, today, first);
    }

    private static String range(YearMonth month, LocalDate first, LocalDate today) {
        var where = month.isAfter(YearMonth.from(today)) ? "in the future" : "before the brand's first";
        return "This month is " + where + ": the figures of this brand begin on " + first + " and end on " + today
                + ". Ask for a month from " + YearMonth.from(first) + " to " + YearMonth.from(today) + ".";
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
