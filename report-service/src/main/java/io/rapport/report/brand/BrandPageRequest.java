package io.rapport.report.brand;

import io.rapport.report.people.PeopleRequest;
import io.rapport.report.request.RequestParameters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query parameters of a brand's page: the list of people, and the window of the figures. */
record BrandPageRequest(
        @Nullable String window,
        @Nullable String show,
        @Nullable String sort,
        @Nullable String asOf) {

    private static final String DEFAULT_WINDOW = "30";

    int days() {
        return RequestParameters.parseWindow(
                Optional.ofNullable(window).filter(text -> !text.isBlank()).orElse(DEFAULT_WINDOW));
    }

    /** The filter {@code clients} or {@code captive}; any other value of {@code show} shows everyone. */
    PeopleRequest people() {
        return new PeopleRequest(sort, null, only("captive"), only("clients"), asOf);
    }

    private @Nullable String only(String word) {
        return word.equals(show) ? "true" : null;
    }
}
