package io.rapport.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formatting of durations and amounts. */
class PageFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59.4, 59 s",
        "60, 1 min",
        "1260.5, 21 min",
        "3600, 1 h",
        "15412, 4 h 16 min",
        "172799, 47 h 59 min",
        "172800, 2 days",
        "280000, 3 days 5 h"
    })
    void formatsDurationsInTheTwoLargestUnits(double seconds, String shown) {
        assertThat(PageFormat.duration(seconds)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1849.5, EUR, '1,849.50 EUR'",
        "1849.5, JPY, '1,850 JPY'",
        "1.2345, BHD, '1.235 BHD'",
        "0.05, XXX, 0.05 XXX",
        "7, beans, 7.00 beans",
        "14.5, hours, 14.5 h",
        "1, citations, 1 citation",
        "1200, citations, '1,200 citations'"
    })
    void formatsAmountsWithTheDecimalsOfTheCurrency(BigDecimal amount, String unit, String shown) {
        assertThat(PageFormat.amount(amount, unit)).isEqualTo(shown);
    }
}
