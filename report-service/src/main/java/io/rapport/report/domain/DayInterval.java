package io.rapport.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days of a brand.
 *
 * @param to the last day, inclusive
 * @param zone of the brand
 */
public record DayInterval(LocalDate from, LocalDate to, ZoneId zone) {

    /** The first time of the range. */
    public Instant start() {
        return startOf(from);
    }

    /** The first time after the range. */
    public Instant end() {
        return startOf(to.plusDays(1));
    }

    /** The range of some days that ends on the same day. */
    public DayInterval last(int days) {
        return new DayInterval(to.minusDays(days - 1L), to, zone);
    }

    /** The range that begins some days earlier. */
    public DayInterval withDaysBefore(int days) {
        return new DayInterval(from.minusDays(days), to, zone);
    }

    /** The day of a time in the brand's zone. */
    public LocalDate dayOf(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    /** Whether a time is on one of the days. */
    public boolean contains(Instant time) {
        return !time.isBefore(start()) && time.isBefore(end());
    }

    /** Whether a day is one of the days. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
