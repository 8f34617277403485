package io.rapport.scoring.web.day;

import io.rapport.web.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for some people on one day.
 *
 * @param people up to 500 ids
 * @param asOf null for the current day
 * @param days up to 400 days instead of {@code asOf}; null for one
 * @param model version of the model; null for the active one
 * @param window length of the window in days; null for 30
 */
record PeopleLookupRequest(
        @Nullable List<UUID> people,
        @Nullable LocalDate asOf,
        @Nullable List<LocalDate> days,
        @Nullable String model,
        @Nullable Integer window) {

    Set<LocalDate> asked() {
        if (days == null) {
            return asOf == null ? Set.of() : Set.of(asOf);
        }
        if (days.size() > DayParameters.MAX_DAYS) {
            throw Problem.invalid("days", "days has at most " + DayParameters.MAX_DAYS + " days.")
                    .asException();
        }
        return Set.copyOf(days);
    }
}
