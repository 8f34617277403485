package io.rapport.report.people;

import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.request.RequestParameters;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a list of people.
 *
 * @param sort a field, with {@code -} before it for descending order; default {@code -strength}
 * @param stage one or several, separated by commas
 */
public record PeopleRequest(
        @Parameter(description = "strength, warmth, theyToUs or lastSeen; with - before it in descending order")
        @Nullable
        String sort,

        @Parameter(description = "STRANGER, KNOWS, LIKES, TRUSTS or ADVOCATE; several separated by commas") @Nullable
        String stage,

        @Parameter(description = "true or false") @Nullable String captive,
        @Parameter(description = "true or false") @Nullable String client,

        @Parameter(description = "yyyy-MM-dd; default is the brand's current day") @Nullable
        String asOf) {

    PeopleSorting sorting() {
        return sort == null || sort.isBlank() ? PeopleSorting.STRONGEST : RequestParameters.parseSorting(sort);
    }

    PeopleFilter filter() {
        return new PeopleFilter(
                RequestParameters.parseEnums(Stage.class, "stage", stage),
                RequestParameters.parseBoolean("captive", captive),
                RequestParameters.parseBoolean("client", client));
    }
}
