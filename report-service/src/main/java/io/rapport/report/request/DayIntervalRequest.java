package io.rapport.report.request;

import io.rapport.report.domain.DayInterval;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The query parameters of figures of some days. */
public record DayIntervalRequest(
        @Parameter(description = "yyyy-MM-dd, the earliest day; default is 29 days before the last one") @Nullable
        String from,

        @Parameter(description = "yyyy-MM-dd, the last day; default is the brand's current day") @Nullable
        String to) {

    private static final int DEFAULT_DAYS = 30;
    private static final int MAX_DAYS = 92;

    /**
     * The days; fails with a problem that names an unusable parameter.
     *
     * @param today the brand's current day
     */
    public DayInterval resolve(LocalDate today, ZoneId zone) {
        var last = Objects.requireNonNullElse(RequestParameters.parseDay("to", to), today);
        var first =
                Objects.requireNonNullElse(RequestParameters.parseDay("from", from), last.minusDays(DEFAULT_DAYS - 1L));
        if (last.isAfter(today)) {
            throw Problem.invalid("to", "to is in the future: the brand's current day is " + today + ".")
                    .asException();
        }
        if (first.isAfter(last) || first.until(last, ChronoUnit.DAYS) >= MAX_DAYS) {
            throw Problem.invalid("from", "from is on or before to, and at most " + MAX_DAYS + " days are asked for.")
                    .asException();
        }
        return new DayInterval(first, last, zone);
    }
}
