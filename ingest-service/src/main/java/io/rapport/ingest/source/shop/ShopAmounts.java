package io.rapport.ingest.source.shop;

import io.rapport.ingest.source.payload.PayloadNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Reads amounts and currencies of orders. */
final class ShopAmounts {

    private static final BigDecimal MAX = new BigDecimal("1e12");
    private static final int MAX_DECIMALS = 6;
    private static final String CURRENCY = "[A-Za-z]{3}";
    /** Currencies that Stripe sends in whole units, and in thousandths; all others are in hundredths. */
    private static final Set<String> WHOLE = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");

    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private ShopAmounts() {}

    /** An amount in units of its currency, as a number or as text. */
    static BigDecimal required(PayloadNode node) {
        var amount = node.requiredDecimal().stripTrailingZeros();
        if (amount.abs().compareTo(MAX) > 0 || amount.scale() > MAX_DECIMALS) {
            throw node.wrong("has to be an amount");
        }
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    /** An amount in the smallest units of a currency. */
    static BigDecimal ofMinorUnits(PayloadNode node, String currency) {
        var units = required(node);
        if (units.scale() > 0) {
            throw node.wrong("has to be a whole number");
        }
        return units.movePointLeft(WHOLE.contains(currency) ? 0 : THOUSANDTHS.contains(currency) ? 3 : 2);
    }

    static String currency(PayloadNode node) {
        var written = node.requiredText();
        if (!written.matches(CURRENCY)) {
            throw node.wrong("has to be a currency of three letters");
        }
        return written.toUpperCase(Locale.ROOT);
    }
}
