package io.rapport.report.page;

import io.rapport.report.domain.AsOfDay;
import org.jspecify.annotations.Nullable;

/**
 * The day of a page, and its form to choose another one.
 *
 * @param value in ISO 8601; null while the brand has no figures
 * @param shown as text
 * @param earlier whether it is before the brand's current day
 */
public record DayChoice(@Nullable String value, String shown, boolean earlier) {

    private static final int MONTH_LENGTH = 7;

    /** The choice of a day. */
    public static DayChoice of(AsOfDay asOf) {
        var day = asOf.day();
        return new DayChoice(day == null ? null : day.toString(), PageFormat.day(day), !asOf.current());
    }

    /** The month of the day, such as {@code 2025-05}; null while the brand has no figures. */
    public @Nullable String month() {
        return value == null ? null : value.substring(0, MONTH_LENGTH);
    }

    /** The parameter of links that stay on the day; null on the current one, so that they follow it. */
    public @Nullable String parameter() {
        return earlier ? value : null;
    }
}
