package io.rapport.ingest.domain.text;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies that a symbol or a code stands for. */
public final class CurrencySymbols {

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, Set<String>> SYMBOLS = new HashMap<>();

    static {
        symbol("€", "EUR");
        symbol("£", "GBP");
        symbol("₹", "INR");
        symbol("rs", "INR PKR LKR NPR MUR");
        symbol("₩", "KRW");
        symbol("₪", "ILS");
        symbol("₺", "TRY");
        symbol("₽", "RUB");
        symbol("₴", "UAH");
        symbol("₫", "VND");
        symbol("฿", "THB");
        symbol("zł", "PLN");
        symbol("kč", "CZK");
        symbol("ft", "HUF");
        symbol("lei", "RON");
        symbol("fr", "CHF");
        symbol("r", "ZAR");
        symbol("円", "JPY");
        symbol("元", "CNY");
        symbol("¥", "JPY CNY");
        symbol("kr", "NOK SEK DKK ISK");
        symbol("$", "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP");
        symbol("r$", "BRL");
        symbol("us$", "USD");
        symbol("a$", "AUD");
        symbol("au$", "AUD");
        symbol("c$", "CAD");
        symbol("ca$", "CAD");
        symbol("nz$", "NZD");
        symbol("hk$", "HKD");
        symbol("s$", "SGD");
        symbol("mx$", "MXN");
    }

    private CurrencySymbols() {}

    /** The ISO 4217 codes of the currencies that a symbol or code may stand for; empty when it is unknown. */
    public static Set<String> currencies(String written) {
        var lower = written.strip().toLowerCase(Locale.ROOT);
        var bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        var code = bare.toUpperCase(Locale.ROOT);
        return CODES.contains(code) ? Set.of(code) : SYMBOLS.getOrDefault(bare, Set.of());
    }

    private static void symbol(String symbol, String currencies) {
        SYMBOLS.put(symbol, Set.of(currencies.split(" ")));
    }
}
