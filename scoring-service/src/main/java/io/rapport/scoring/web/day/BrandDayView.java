package io.rapport.scoring.web.day;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.scoring.domain.day.DayStatus;
import io.rapport.scoring.query.DayQueries;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The current day of a brand.
 *
 * @param day null before the first engagement
 * @param clock what the day follows
 * @param first day of the first engagement of a person; null if there is none
 * @param latest latest day with an engagement; null without one
 * @param ahead engagements of days after the current one
 * @param set the latest decision of an administrator; null without one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BrandDayView(
        @Nullable LocalDate day,
        BrandClock clock,
        @Nullable LocalDate first,
        @Nullable LocalDate latest,
        long ahead,
        DayStatus.@Nullable DayDecision set) {

    static BrandDayView of(DayQueries.CurrentDay current, BrandClock clock) {
        var status = current.status();
        return new BrandDayView(current.day(), clock, current.first(), status.latest(), status.ahead(), status.set());
    }
}
