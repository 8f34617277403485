package io.rapport.demo;

import java.math.BigDecimal;
import java.util.List;

/**
 * The price list of a brand, as it is sent to ingest.
 *
 * @param currency ISO 4217; also the currency of purchases
 * @param keywords search terms
 * @param answer the price of one private answer
 */
public record DemoPrices(String currency, List<Keyword> keywords, BigDecimal answer) {

    /**
     * A search term.
     *
     * @param keyword the term
     * @param price the price of a click on an advertisement for it
     */
    public record Keyword(String keyword, BigDecimal price) {}
}
