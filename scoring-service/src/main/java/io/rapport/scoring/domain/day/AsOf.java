package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.ledger.RollingWindows;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day that a person is judged on, with the window of the figures beside the score.
 *
 * @param zone time zone of the brand
 * @param window length of the window in days: 7, 30 or 90
 */
public record AsOf(LocalDate day, ZoneId zone, int window) {

    /** @throws IllegalArgumentException if there is no window of this length */
    public AsOf {
        RollingWindows.indexOf(window);
    }

    int epochDay() {
        return Math.toIntExact(day.toEpochDay());
    }

    int windowIndex() {
        return RollingWindows.indexOf(window);
    }

    /** First epoch millisecond after the day. */
    long end() {
        return day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
