package io.rapport.demo;

import java.math.BigDecimal;
import java.util.List;

/**
 * What things cost a brand, as they are sent to ingest.
 *
 * @param currency ISO 4217, which it sells in too
 * @param keywords what people search for before they find it
 * @param answer what one answer costs
 */
public record DemoPrices(String currency, List<Keyword> keywords, BigDecimal answer) {

    /**
     * What people search for.
     *
     * @param keyword their words
     * @param price of a click on an advertisement for it
     */
    public record Keyword(String keyword, BigDecimal price) {}
}
