package io.rapport.scoring.domain.day;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the current day of a brand came about.
 *
 * @param latest latest day with an engagement, whether or not the current day followed it; null without one
 * @param ahead engagements of days after the current one, without duplicates and rejected ones
 * @param floor days before this one cannot become the current one, because their sums were dropped; null for none
 * @param set the latest decision of an administrator; null without one
 */
public record DayStatus(
        @Nullable LocalDate latest,
        long ahead,
        @Nullable LocalDate floor,
        @Nullable DayDecision set) {

    /**
     * An administrator's decision about the day.
     *
     * @param day the day that was set
     * @param by the user who set it
     * @param reason the reason as given; null for none
     */
    public record DayDecision(
            LocalDate day, String by, @Nullable String reason, Instant at) {}
}
