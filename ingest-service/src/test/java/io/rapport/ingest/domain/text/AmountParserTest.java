package io.rapport.ingest.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "12.50; 12.50; ''",
                "-12,50; -12.50; ''",
                "(12.50); -12.50; ''",
                "12.50-; -12.50; ''",
                "−12,50; -12.50; ''",
                "+7; 7; ''",
                "1,234.50; 1234.50; ''",
                "1.234,50; 1234.50; ''",
                "1 234,50; 1234.50; ''",
                "1\u00A0234\u00A0567,8; 1234567.8; ''",
                "1'234.50; 1234.50; ''",
                "1’234’567; 1234567; ''",
                "1.234.567; 1234567; ''",
                "1,00,000.00; 100000.00; ''",
                "1,234; 1234; ''",
                "1.234; 1.234; ''",
                "0,125; 0.125; ''",
                ",50; 0.50; ''",
                "€12.50; 12.50; EUR",
                "12,50 €; 12.50; EUR",
                "-€12.50; -12.50; EUR",
                "€ -12.50; -12.50; EUR",
                "(€12.50); -12.50; EUR",
                "€(12.50); -12.50; EUR",
                "EUR 12.50; 12.50; EUR",
                "12,50 eur; 12.50; EUR",
                "£1,299; 1299; GBP",
                "US$ 5; 5; USD",
                "R$ 1.234,50; 1234.50; BRL",
                "199 zł; 199; PLN",
                "kr 100,-; 100; DKK ISK NOK SEK",
                "100,50 kr.; 100.50; DKK ISK NOK SEK",
                "¥1200; 1200; CNY JPY",
                "１２．５０; 12.50; ''",
                "1E2; 1E+2; ''"
            })
    void readsAmountsAsPeopleAndExportsWriteThem(String written, String value, String currencies) {
        assertThat(AmountParser.parse(written, DecimalMark.UNKNOWN)).get().satisfies(amount -> {
            assertThat(amount.value()).isEqualTo(new BigDecimal(value));
            assertThat(String.join(" ", new TreeSet<>(amount.currencies()))).isEqualTo(currencies.replace("'", ""));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ten",
                "12 bananas",
                "1,23,4",
                "1.2.3",
                "12.5.0,1",
                "--5",
                "-5-",
                "(5",
                "5)",
                "-(5)",
                "€5 $",
                "1 2 3",
                "12.50 points",
                "5 € extra",
                "1,234,56",
                "5%",
                "2026-05-04",
                "1/2",
                "€"
            })
    void refusesWhatIsNoAmount(String written) {
        assertThat(AmountParser.parse(written, DecimalMark.UNKNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.234; COMMA; 1234",
                "1.234; POINT; 1.234",
                "1,234; COMMA; 1.234",
                "1,234; POINT; 1234",
                "1.234,50; POINT; 1234.50",
                "12.5; COMMA; 12.5",
                "1234.567; COMMA; 1234.567",
                "7; COMMA; 7"
            })
    void readsAnAmbiguousAmountAsTheOthersOfItsFile(String written, DecimalMark mark, String value) {
        assertThat(AmountParser.parse(written, mark).orElseThrow().value()).isEqualTo(new BigDecimal(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.234 / 12,50; COMMA",
                "1,234 / 12.50; POINT",
                "1.234,50; COMMA",
                "1,234.50; POINT",
                "1.234 / 5.678; UNKNOWN",
                "12,50 / 12.50; UNKNOWN",
                "7 / x; UNKNOWN",
                "€ 9,9; COMMA",
                "100,-; UNKNOWN",
                "1.234.567; UNKNOWN"
            })
    void aFileTellsItsDecimalMark(String sample, DecimalMark mark) {
        assertThat(AmountParser.decimalMark(List.of(sample.split(" / ")))).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({"€, EUR", "nok, NOK", "zł, PLN", "Kč, CZK"})
    void knowsSymbolsAndCodes(String symbol, String code) {
        assertThat(CurrencySymbols.currencies(symbol)).isEqualTo(Set.of(code));
    }
}
