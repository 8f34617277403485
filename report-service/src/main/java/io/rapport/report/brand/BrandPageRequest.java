package io.rapport.report.brand;

import io.rapport.report.request.RequestParameters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a brand's page.
 *
 * @param window of the figures: 7, 30 or 90 days
 * @param asOf yyyy-MM-dd; the brand's current day if it is left out
 * @param done what was just recorded, a value of {@code RecordedNote}
 */
record BrandPageRequest(
        @Nullable String window,
        @Nullable String asOf,
        @Nullable String done) {

    private static final String DEFAULT_WINDOW = "30";

    int days() {
        return RequestParameters.parseWindow(
                Optional.ofNullable(window).filter(text -> !text.isBlank()).orElse(DEFAULT_WINDOW));
    }
}
