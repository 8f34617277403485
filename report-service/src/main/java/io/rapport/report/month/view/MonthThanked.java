package io.rapport.report.month.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A person who was thanked in the month, with what they gave before and after. It does not show a cause.
 *
 * @param before the 30 days before the day of the first thanks
 * @param after the 30 days after it, up to the brand's current day
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MonthThanked(@JsonUnwrapped MonthPerson line, GivenDays before, GivenDays after) {

    /**
     * What a person gave in some days.
     *
     * @param days their number; fewer than 30 if they are not over
     * @param points of the model, without decay
     * @param n the number of inbound engagements
     */
    public record GivenDays(int days, double points, long n) {}
}
