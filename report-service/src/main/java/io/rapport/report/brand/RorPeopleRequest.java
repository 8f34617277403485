package io.rapport.report.brand;

import io.rapport.report.domain.people.RorSide;
import io.rapport.report.page.ListLink;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The query parameters of the people behind one side of Return on Relationships. */
record RorPeopleRequest(
        @Parameter(description = "returned, which is the default, or invested") @Nullable
        String side,

        @Parameter(description = "7, 30 or 90 days; default 30") @Nullable
        String window,

        @Parameter(description = "yyyy-MM-dd; default is the brand's current day") @Nullable
        String asOf,

        @Parameter(
                description =
                        "yyyy-MM-dd, the first day, of at most 92 days instead of a window; then at most 500 people are listed,"
                                + " on one page")
        @Nullable
        String from) {

    /** The window and the day. */
    WindowRequest windowed() {
        return new WindowRequest(window, asOf);
    }

    /** The side; fails with a problem for an unknown one. */
    RorSide parsedSide() {
        return side == null || side.isBlank()
                ? RorSide.RETURNED
                : Arrays.stream(RorSide.values())
                        .filter(each -> value(each).equals(side))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("side", "side is returned or invested.")
                                .asException());
    }

    /** The value of the parameter. */
    static String value(RorSide side) {
        return side.name().toLowerCase(Locale.ENGLISH);
    }

    /** The link to the first page of the list that these parameters describe. */
    ListLink link(String brandPath) {
        return ListLink.ror(brandPath, value(parsedSide()))
                .with("window", window)
                .with("asOf", asOf);
    }
}
