package io.rapport.report.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day a question is asked of.
 *
 * @param day the day the answer holds for; null while nothing is known of the brand
 * @param modelVersion the scoring model that day was judged with; null while nothing is known
 * @param current whether it is the brand's current day
 */
public record AsOfDay(@Nullable LocalDate day, @Nullable String modelVersion, boolean current) {

    /** Before anything is known. */
    public static final AsOfDay NONE = new AsOfDay(null, null, true);
}
