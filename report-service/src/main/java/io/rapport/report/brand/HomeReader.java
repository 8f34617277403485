package io.rapport.report.brand;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.suggestions.HiddenSuggestions;
import io.rapport.web.auth.Caller;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Who reads the page of a brand, and of which day.
 *
 * @param asOf a day with figures
 * @param path of the brand's page
 * @param hidden the suggestions that lists leave out
 */
record HomeReader(BrandRegistered brand, AsOfDay asOf, Caller caller, String path, HiddenSuggestions hidden) {

    LocalDate day() {
        return Objects.requireNonNull(asOf.day(), "Lists of people are those of a day");
    }

    ZoneId zone() {
        return ZoneId.of(brand.timeZone());
    }
}
