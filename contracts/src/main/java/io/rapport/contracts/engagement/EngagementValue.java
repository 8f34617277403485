package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What it was worth.
 *
 * @param amount money, in {@code currency}
 * @param currency ISO 4217
 * @param minutes time spent, more than 0 where given
 * @param keyword what was searched for before a visit
 * @param orderId the order a purchase belongs to
 * @param referredBy the handle that sent them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngagementValue(
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Double minutes,
        @Nullable String keyword,
        @Nullable String orderId,
        @Nullable String referredBy) {}
