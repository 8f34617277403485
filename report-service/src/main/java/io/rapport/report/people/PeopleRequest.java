package io.rapport.report.people;

import io.rapport.report.request.RequestParameters;

import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleSorting;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which people are asked for, as it stands in the address.
 *
 * @param sort a field, with {@code -} before it for largest first; {@code -strength} unless said
 * @param stage one or several, with commas
 */
public record PeopleRequest(
        @Parameter(description = "strength, warmth, theyToUs or lastSeen; with - before it the largest come first")
        @Nullable
        String sort,

        @Parameter(description = "STRANGER, KNOWS, LIKES, TRUSTS or ADVOCATE; several with commas") @Nullable
        String stage,

        @Parameter(description = "true or false") @Nullable String captive,
        @Parameter(description = "true or false") @Nullable String client,

        @Parameter(description = "yyyy-MM-dd; the brand's current day unless said") @Nullable
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
