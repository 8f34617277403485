package io.rapport.report.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day that figures are valid for.
 *
 * @param day the day; null while the brand has no figures
 * @param modelVersion version of the scoring model of that day; null while the brand has no figures
 * @param current whether it is the brand's current day
 */
public record AsOfDay(@Nullable LocalDate day, @Nullable String modelVersion, boolean current) {

    /** The day of a brand without figures. */
    public static final AsOfDay NONE = new AsOfDay(null, null, true);

    /** The day, if it is before the brand's current day: links name it, while those without a day follow the current one. */
    public Optional<LocalDate> earlierDay() {
        return current ? Optional.empty() : Optional.ofNullable(day);
    }
}
