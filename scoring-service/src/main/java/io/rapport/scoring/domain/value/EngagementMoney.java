package io.rapport.scoring.domain.value;

import io.rapport.contracts.engagement.EngagementValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The amount of an engagement in ten-thousandths.
 *
 * @param currency ISO 4217; empty without an amount or a currency
 */
record EngagementMoney(long amount, String currency) {

    /** Decimal places of stored amounts. */
    static final int SCALE = 4;

    // Larger amounts are ignored as errors, so that sums fit into a long.
    private static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(100_000_000_000L);

    static EngagementMoney of(@Nullable EngagementValue value) {
        var amount = value == null ? null : value.amount();
        if (value == null || amount == null || amount.abs().compareTo(MAX_AMOUNT) > 0) {
            return new EngagementMoney(0, "");
        }
        var scaled =
                amount.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
        return new EngagementMoney(scaled, value.currency() == null ? "" : value.currency());
    }
}
