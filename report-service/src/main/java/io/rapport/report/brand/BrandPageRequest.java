package io.rapport.report.brand;

import io.rapport.report.people.PeopleRequest;
import io.rapport.report.request.RequestParameters;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a brand's page is to show, as it stands in the address: as {@link PeopleRequest}, and the window of the figures. */
record BrandPageRequest(
        @Nullable String window,
        @Nullable String show,
        @Nullable String sort,
        @Nullable String asOf) {

    private static final String MONTH = "30";

    int days() {
        return RequestParameters.parseWindow(
                Optional.ofNullable(window).filter(text -> !text.isBlank()).orElse(MONTH));
    }

    /** {@code clients} and {@code captive} narrow the list; anything else is everyone. */
    PeopleRequest people() {
        return new PeopleRequest(sort, null, only("captive"), only("clients"), asOf);
    }

    private @Nullable String only(String word) {
        return word.equals(show) ? "true" : null;
    }
}
