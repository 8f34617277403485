package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The unit prices of a brand, by which value streams are valued.
 *
 * @param currency the currency of all prices, ISO 4217
 * @param keywords the price of one click on an advertisement by lower-case search keyword; at most 1000
 * @param answer the cost of one private answer; null when unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceList(
        String currency,
        Map<String, BigDecimal> keywords,
        @Nullable BigDecimal answer) {

    /** The maximum number of keywords. */
    public static final int MAX_KEYWORDS = 1_000;
}
