package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What things cost a brand where it does not get them from its people.
 *
 * @param currency ISO 4217, of all of them
 * @param keywords what one click on an advertisement costs, by what was searched for in lower case; at most 1000
 * @param answer what one answer costs when somebody asks for it in private; null when it told none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceList(
        String currency,
        Map<String, BigDecimal> keywords,
        @Nullable BigDecimal answer) {}
