package io.rapport.report.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a brand's page is to show, as it stands in the address: as {@link PeopleWish}, and the window of the figures. */
record BrandWish(
        @Nullable String window,
        @Nullable String show,
        @Nullable String sort,
        @Nullable String asOf) {

    private static final String MONTH = "30";

    int days() {
        return Choice.window(
                Optional.ofNullable(window).filter(text -> !text.isBlank()).orElse(MONTH));
    }

    /** {@code clients} and {@code captive} narrow the list; anything else is everyone. */
    PeopleWish people() {
        return new PeopleWish(sort, null, only("captive"), only("clients"), asOf);
    }

    private @Nullable String only(String word) {
        return word.equals(show) ? "true" : null;
    }
}
