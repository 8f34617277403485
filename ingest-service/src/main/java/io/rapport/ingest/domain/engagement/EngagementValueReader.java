package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.PriceList;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the value of an engagement. A refund is a purchase with a negative amount. */
final class EngagementValueReader {

    private static final int MAX_LINE = 1_000;
    private static final double MAX_MINUTES = 100_000;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Set<String> REVERSALS =
            Set.of("REFUND", "REFUNDED", "RETURN", "CANCELLATION", "CANCELLED", "CANCELED", "CHARGEBACK", "VOIDED");

    private final ActorReader actors;
    private final @Nullable String brandCurrency;

    EngagementValueReader(BrandRegistered brand, ActorReader actors) {
        this.actors = actors;
        this.brandCurrency =
                Optional.ofNullable(brand.prices()).map(PriceList::currency).orElse(null);
    }

    /** Whether a kind takes a purchase back. */
    static boolean isReversal(@Nullable Object kind) {
        return kind != null && REVERSALS.contains(kind.toString().strip().toUpperCase(Locale.ROOT));
    }

    /**
     * Reads a value.
     *
     * @param channel the channel of the engagement
     * @param reversal whether the engagement takes a purchase back
     */
    EngagementValue read(InputFields value, String channel, boolean reversal) {
        var amount = amount(value, reversal);
        var currency = currency(value);
        var referredBy = value.id("referredBy", InputFields.MAX_ID);
        return new EngagementValue(
                amount,
                currency == null && amount != null ? brandCurrency : currency,
                minutes(value),
                value.line("keyword", MAX_LINE),
                value.id("orderId", InputFields.MAX_ID),
                referredBy == null ? null : actors.hashAddress(referredBy, channel, value.path("referredBy")));
    }

    private static @Nullable BigDecimal amount(InputFields value, boolean reversal) {
        var amount = value.number("amount");
        return reversal ? value.required("amount", amount).abs().negate() : amount;
    }

    private static @Nullable String currency(InputFields value) {
        var currency = value.line("currency", MAX_LINE);
        if (currency == null) {
            return null;
        }
        var upper = currency.toUpperCase(Locale.ROOT);
        if (!CURRENCY.matcher(upper).matches()) {
            throw InputRejectedException.invalid(
                    value.path("currency"), "has to be an ISO 4217 code of three letters, such as EUR.");
        }
        return upper;
    }

    private static @Nullable Double minutes(InputFields value) {
        var minutes = value.numberBetween("minutes", 0, MAX_MINUTES);
        if (minutes != null && minutes == 0) {
            throw InputRejectedException.invalid(
                    value.path("minutes"), "is 0; leave it out where the time is not known.");
        }
        return minutes;
    }
}
