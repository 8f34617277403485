package io.rapport.report.month.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.report.domain.staff.StaffShare;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client in the roster of the month.
 *
 * @param theyKnowUs how well the client knows the brand, 0 to 100
 * @param weKnowThem how much the brand has given the client lately, on the same scale
 * @param weGive what the brand gave the client, decayed, in points
 * @param top percent of the brand's people among whom the client is by strength; null if it is not known
 * @param neglected whether the last contact is more than 60 days ago
 * @param holders who of the staff was in touch in the last 90 days, most first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MonthClient(
        @JsonUnwrapped MonthPerson line,
        double theyKnowUs,
        double weKnowThem,
        double weGive,
        @Nullable Integer top,
        boolean neglected,
        List<StaffShare> holders) {}
