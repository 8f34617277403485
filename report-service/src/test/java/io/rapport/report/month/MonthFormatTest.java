package io.rapport.report.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-04.pdf | text/csv | PDF",
                "2025-04.csv | application/json | CSV",
                "2025-04.xlsx | application/json | XLSX",
                "2025-04 | application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | XLSX",
                "2025-04.json | application/pdf | JSON",
                "2025-04 | application/pdf | PDF",
                "2025-04 | text/csv;q=0.5, application/json | JSON",
                "2025-04 | application/json;q=0.1, text/csv | CSV",
                "2025-04 | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
                "2025-04 | */* | JSON",
                "2025-04 | not a type | JSON",
                "2025-04 | | JSON",
                "2025-04 | image/png, */*;q=0.1 | JSON",
            })
    void suffixComesBeforeWhatIsAccepted(String path, String accept, MonthFormat format) {
        assertThat(MonthFormat.of(path, accept)).isEqualTo(new MonthFormat.RequestedMonth("2025-04", format));
    }

    @Test
    void otherFormatsAreNotAcceptable() {
        assertThatThrownBy(() -> MonthFormat.of("2025-04", "image/png"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(406));
    }
}
