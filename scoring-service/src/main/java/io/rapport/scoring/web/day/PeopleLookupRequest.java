package io.rapport.scoring.web.day;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for some people on one day.
 *
 * @param people up to 500 ids
 * @param asOf null for the current day
 * @param model version of the model; null for the active one
 * @param window length of the window in days; null for 30
 */
record PeopleLookupRequest(
        @Nullable List<UUID> people,
        @Nullable LocalDate asOf,
        @Nullable String model,
        @Nullable Integer window) {}
