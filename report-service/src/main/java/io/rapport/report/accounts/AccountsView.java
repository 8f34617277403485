package io.rapport.report.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.brand.EngagementBalance;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The balance of all engagements at the end of a day.
 *
 * @param asOf the day; null while the brand has no figures
 * @param rejectedByIntake rows and events that intake rejected and no replay has taken in: they are not among those received,
 *     until a replay moves them there. Null for earlier days, because what is rejected has no day
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountsView(
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        @JsonUnwrapped EngagementBalance balance,
        @Nullable Long rejectedByIntake) {

    static AccountsView of(EngagementBalance balance, AsOfDay asOf, @Nullable Long rejectedByIntake) {
        return new AccountsView(asOf.day(), asOf.modelVersion(), balance, rejectedByIntake);
    }
}
