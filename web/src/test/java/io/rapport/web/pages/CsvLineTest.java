package io.rapport.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.test.HostileText;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+47", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0"})
    void noTextBeginsAFormula(String text) {
        var cell = CsvLine.of(text);

        assertThat(cell.startsWith("'") || cell.startsWith("\"'")).isTrue();
        assertThat(cell).contains(text);
    }

    @Test
    void awkwardNamesStayInTheirCellAndRunNothing() {
        for (var name : HostileText.all()) {
            var line = CsvLine.of("before", name, "after");

            assertThat(line).startsWith("before,").endsWith(",after\r\n");
            assertThat(line.split("\r\n")).hasSize(1);
        }
        assertThat(CsvLine.of(HostileText.FORMULA)).startsWith("\"'=HYPERLINK");
    }

    @Test
    void otherTextsStayAsTheyAre() {
        assertThat(CsvLine.of("Ann", "a=b", "", null, "Størmer 😀")).isEqualTo("Ann,a=b,,,Størmer 😀\r\n");
    }

    @Test
    void whatPartsCellsIsQuoted() {
        assertThat(CsvLine.of("a,b", "c;d", "say \"hi\"", "two\nlines"))
                .isEqualTo("\"a,b\",\"c;d\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
        assertThat(CsvLine.of("=1,\"2\"")).isEqualTo("\"'=1,\"\"2\"\"\"\r\n");
    }

    @Test
    void numbersAreNumbers() {
        assertThat(CsvLine.of(-5, 1.5, new BigDecimal("-1E+3"))).isEqualTo("-5,1.5,-1000\r\n");
    }
}
