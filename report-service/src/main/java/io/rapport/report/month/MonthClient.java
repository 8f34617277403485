package io.rapport.report.month;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A client in the roster of the month.
 *
 * @param theyKnowUs how well the client knows the brand, 0 to 100
 * @param weGive what the brand gave the client, decayed, in points
 * @param top percent of the brand's people among whom the client is by strength; null if it is not known
 * @param neglected whether the last contact is more than 60 days ago
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MonthClient(
        @JsonUnwrapped MonthPerson line,
        double theyKnowUs,
        double weGive,
        @Nullable Integer top,
        boolean neglected) {}
