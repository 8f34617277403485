package io.rapport.ingest.domain.registration;

import io.rapport.contracts.brand.PriceList;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.TreeMap;

/** Reads the price list of a brand. */
final class PriceListReader {

    private static final int MAX_KEYWORD = 200;
    private static final BigDecimal MAX_PRICE = BigDecimal.valueOf(1_000_000_000L);

    private PriceListReader() {}

    static PriceList read(InputFields prices) {
        var keywords = new TreeMap<String, BigDecimal>();
        for (var keyword : prices.objects("keywords", PriceList.MAX_KEYWORDS)) {
            var words = keyword.required("keyword", keyword.line("keyword", MAX_KEYWORD));
            keywords.put(words.toLowerCase(Locale.ROOT), price(keyword, "price"));
        }
        var answer = prices.value("answer") == null ? null : price(prices, "answer");
        return new PriceList(currency(prices), keywords, answer);
    }

    private static String currency(InputFields prices) {
        var code = prices.requiredId("currency", 3);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            throw InputRejectedException.invalid(
                    prices.path("currency"), "is '%s', but has to be an ISO 4217 code, such as EUR.".formatted(code));
        }
        return code;
    }

    private static BigDecimal price(InputFields fields, String name) {
        var price = fields.required(name, fields.number(name));
        if (price.signum() < 0 || price.compareTo(MAX_PRICE) > 0) {
            throw InputRejectedException.invalid(
                    fields.path(name), "is %s, but has to be 0 to 1000000000.".formatted(price));
        }
        return price;
    }
}
