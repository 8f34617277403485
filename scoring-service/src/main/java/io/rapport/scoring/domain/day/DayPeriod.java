package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.ledger.FigureWindows;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A period of days, such as a month, and the period that ends the day before it.
 *
 * @param first first day
 * @param last last day
 * @param firstBefore first day of the period before
 */
public record DayPeriod(LocalDate first, LocalDate last, LocalDate firstBefore) {

    /** @throws IllegalArgumentException if one of the periods is empty or longer than 90 days */
    public DayPeriod {
        windows(first, last, firstBefore);
    }

    /** The period as a window, with the one before it. */
    public FigureWindows windows() {
        return windows(first, last, firstBefore);
    }

    /** The first day as an epoch day. */
    public int firstEpochDay() {
        return Math.toIntExact(first.toEpochDay());
    }

    int firstEpochDayBefore() {
        return Math.toIntExact(firstBefore.toEpochDay());
    }

    /** The last day as an epoch day. */
    public int lastEpochDay() {
        return Math.toIntExact(last.toEpochDay());
    }

    private static FigureWindows windows(LocalDate first, LocalDate last, LocalDate firstBefore) {
        return FigureWindows.ofPeriod(
                Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1,
                Math.toIntExact(ChronoUnit.DAYS.between(firstBefore, first)));
    }
}
