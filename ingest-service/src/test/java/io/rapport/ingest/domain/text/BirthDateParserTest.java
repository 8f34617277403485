package io.rapport.ingest.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDateParserTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource(
            value = {
                "1971-05-17",
                "19710517",
                "17.5.1971",
                "17/05/1971",
                "17-05-71",
                "1971/5/17",
                "17. mai 1971",
                "17 May 1971",
                "May 17, 1971",
                "17 maj 1971",
                "1971-05-17T00:00:00",
                "17.05.1971 00:00"
            },
            delimiter = '|')
    void parsesCommonFormats(String text) {
        assertThat(BirthDateParser.parse(text, false, TODAY)).contains(LocalDate.of(1971, 5, 17));
    }

    @Test
    void resolvesMonthFirstAndTwoDigitYears() {
        assertThat(BirthDateParser.parse("5/17/1971", true, TODAY)).contains(LocalDate.of(1971, 5, 17));
        assertThat(BirthDateParser.parse("3. Oktober 1990", false, TODAY)).contains(LocalDate.of(1990, 10, 3));
        assertThat(BirthDateParser.parse("1.1.26", false, TODAY)).contains(LocalDate.of(2026, 1, 1));
        assertThat(BirthDateParser.parse("1.1.27", false, TODAY)).contains(LocalDate.of(1927, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"31.2.1971", "1.1.1700", "2030-01-01", "soon", "5/17/1971", "12", "''"})
    void rejectsTextThatIsNotABirthDate(String text) {
        assertThat(BirthDateParser.parse(text, false, TODAY)).isEmpty();
    }
}
