package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of an engagement.
 *
 * @param amount money, in {@code currency}
 * @param currency ISO 4217
 * @param minutes time spent in minutes, greater than 0
 * @param keyword the search keyword of a visit
 * @param orderId the order of a purchase
 * @param referredBy the handle that referred the person
 * @param visits the number of visits that an engagement stands for whose visitors are not known; null for one of a known visitor
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngagementValue(
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Double minutes,
        @Nullable String keyword,
        @Nullable String orderId,
        @Nullable String referredBy,
        @Nullable Long visits) {

    /** The value of an engagement of one person. */
    public EngagementValue(
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable Double minutes,
            @Nullable String keyword,
            @Nullable String orderId,
            @Nullable String referredBy) {
        this(amount, currency, minutes, keyword, orderId, referredBy, null);
    }
}
