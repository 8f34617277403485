package io.rapport.identity.web.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0,under 1 %",
        "0.0049,under 1 %",
        "0.005,1 %",
        "0.6,60 %",
        "0.949,95 %",
        "0.994,99 %",
        "0.995,over 99 %",
        "1,over 99 %",
    })
    void percentageNeverReadsZeroOrHundred(double probability, String shown) {
        assertThat(DisplayFormat.percent(probability)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "http://a b",
                "https://a.example/\u0000",
                "mailto:a@b.example",
                "",
                " https://a.example",
            })
    void onlyHttpUrlsAreLinked(String url) {
        assertThat(DisplayFormat.link(url)).isNull();
    }

    @Test
    void httpUrlsAreLinked() {
        assertThat(DisplayFormat.link("https://a.example/ü?q=%20#x")).isEqualTo("https://a.example/ü?q=%20#x");
        assertThat(DisplayFormat.link(null)).isNull();
        assertThat(DisplayFormat.link("https://a.example/" + "x".repeat(2000))).isNull();
    }

    @Test
    void quotedTextIsBidiIsolated() {
        assertThat(DisplayFormat.quoted("\u202Eشركة”")).isEqualTo("“\u2068شركة”\u2069”");
    }
}
