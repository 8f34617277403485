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
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountsView(
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        @JsonUnwrapped EngagementBalance balance) {

    static AccountsView of(EngagementBalance balance, AsOfDay asOf) {
        return new AccountsView(asOf.day(), asOf.modelVersion(), balance);
    }
}
