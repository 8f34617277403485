package io.rapport.report.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.report.domain.brand.EngagementBalance;
import io.rapport.report.domain.AsOfDay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of every engagement by the end of a day.
 *
 * @param asOf the day; null while nothing is known of the brand
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountsView(
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        @JsonUnwrapped EngagementBalance balance) {

    public static AccountsView of(EngagementBalance balance, AsOfDay moment) {
        return new AccountsView(moment.day(), moment.modelVersion(), balance);
    }
}
