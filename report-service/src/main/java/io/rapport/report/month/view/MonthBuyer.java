package io.rapport.report.month.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who bought for the first time in the month.
 *
 * @param line its {@code since} is the day of the purchase
 * @param firstContact the day of the first engagement ever; null if it is not known
 * @param daysAfter from the first contact to the purchase; null if the first contact is not known
 * @param path the channels of the 30 days before, and the one of the purchase
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MonthBuyer(
        @JsonUnwrapped MonthPerson line,
        @Nullable LocalDate firstContact,
        @Nullable Long daysAfter,
        List<String> path) {}
