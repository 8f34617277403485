package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.PriceList;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.AmountParser;
import io.rapport.ingest.domain.text.CurrencySymbols;
import io.rapport.ingest.domain.text.DecimalMark;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the value of an engagement. A refund is a purchase with a negative amount. */
final class EngagementValueReader {

    private static final String AMOUNT = "amount";
    private static final int MAX_LINE = 1_000;
    private static final double MAX_MINUTES = 100_000;
    private static final long MAX_VISITS = 1_000_000_000;
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
                amount == null ? null : amount.value(),
                amount == null ? currency : currency(value, amount, currency),
                minutes(value),
                value.line("keyword", MAX_LINE),
                value.id("orderId", InputFields.MAX_ID),
                referredBy == null ? null : actors.hashAddress(referredBy, channel, value.path("referredBy")),
                visits(value));
    }

    private static AmountParser.@Nullable Amount amount(InputFields value, boolean reversal) {
        var written = value.value(AMOUNT);
        if (written == null) {
            return reversal ? value.required(AMOUNT, null) : null;
        }
        var amount = written instanceof String text
                ? parse(value, text)
                : new AmountParser.Amount(value.required(AMOUNT, value.number(AMOUNT)), Set.of());
        return reversal ? new AmountParser.Amount(amount.value().abs().negate(), amount.currencies()) : amount;
    }

    private static AmountParser.Amount parse(InputFields value, String text) {
        var amount = AmountParser.parse(text, DecimalMark.UNKNOWN)
                .orElseThrow(() -> InputRejectedException.invalid(
                        value.path(AMOUNT),
                        "is '%s', but has to be a number, with or without a currency."
                                .formatted(TextCleaner.abbreviate(text))));
        value.requireSize(AMOUNT, amount.value());
        return amount;
    }

    /** The currency of an amount: as sent, else that of its symbol, else the brand's. */
    private @Nullable String currency(InputFields value, AmountParser.Amount amount, @Nullable String sent) {
        var possible = amount.currencies();
        var known =
                sent != null ? sent : possible.size() == 1 ? possible.iterator().next() : brandCurrency;
        if (possible.isEmpty() || known != null && possible.contains(known)) {
            return known;
        }
        throw InputRejectedException.invalid(
                value.path(AMOUNT),
                sent == null
                        ? "has a symbol of several currencies (%s). Send value.currency as well."
                                .formatted(String.join(", ", new TreeSet<>(possible)))
                        : "has the symbol of another currency than value.currency, %s.".formatted(sent));
    }

    private static @Nullable String currency(InputFields value) {
        var currency = value.line("currency", MAX_LINE);
        if (currency == null) {
            return null;
        }
        var upper = currency.toUpperCase(Locale.ROOT);
        if (CURRENCY.matcher(upper).matches()) {
            return upper;
        }
        var meant = CurrencySymbols.currencies(currency);
        if (meant.size() == 1) {
            return meant.iterator().next();
        }
        throw InputRejectedException.invalid(
                value.path("currency"), "has to be an ISO 4217 code of three letters, such as EUR.");
    }

    private static @Nullable Long visits(InputFields value) {
        var visits = value.count("visits", MAX_VISITS);
        if (visits != null && visits == 0) {
            throw InputRejectedException.invalid(value.path("visits"), "is 0; leave out rows without a visit.");
        }
        return visits;
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
