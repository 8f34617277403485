package io.rapport.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.report.domain.Balance;
import io.rapport.report.domain.Moment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of every engagement by the end of a day.
 *
 * @param asOf the day; null while nothing is known of the brand
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountsView(
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        @JsonUnwrapped Balance balance) {

    static AccountsView of(Balance balance, Moment moment) {
        return new AccountsView(moment.asOf(), moment.modelVersion(), balance);
    }
}
