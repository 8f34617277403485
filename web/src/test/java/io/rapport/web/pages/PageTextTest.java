package io.rapport.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.test.HostileText;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {

    @Test
    void whatIsNotTextOfOneLineIsTakenOut() {
        assertThat(PageText.line("  Ann\r\n\tLee\u2028\u0000! ")).isEqualTo("Ann Lee !");
        assertThat(PageText.line(HostileText.BIDI_OVERRIDE)).isEqualTo("evil شركة المهندس");
        assertThat(PageText.line("a\u200B\u2066b\uD800c")).isEqualTo("a b c");
    }

    @Test
    void whatPeopleWriteStays() {
        assertThat(PageText.line("علی\u200Cرضا 👩\u200D👩\u200D👧 🇳🇴 Zoë José Nguyễn"))
                .isEqualTo("علی\u200Cرضا 👩\u200D👩\u200D👧 🇳🇴 Zoë José Nguyễn");
        assertThat(PageText.line(HostileText.SCRIPT)).isEqualTo(HostileText.SCRIPT);
    }

    @Test
    void nothingIsEndless() {
        assertThat(PageText.line(HostileText.VERY_LONG))
                .startsWith("Endlessly")
                .endsWith("…")
                .hasSize(121);
        assertThat(PageText.line("😀".repeat(120))).isEqualTo("😀".repeat(120));
        assertThat(PageText.line("😀".repeat(121))).isEqualTo("😀".repeat(120) + "…");
        assertThat(PageText.line(HostileText.STACKED_MARKS)).isEqualTo("Z" + "\u0353".repeat(4) + "algo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B\u2060\uFEFF", "\u3164", "\u200D", "\u00A0\u0301", "\uDC00"})
    void whatCannotBeSeenIsSaidNotToBe(String text) {
        assertThat(PageText.line(text)).isEqualTo("(nothing to see)");
    }

    @Test
    void aMomentIsToldToTheMinute() {
        assertThat(PageText.time(Instant.parse("2025-05-04T09:07:59Z"))).isEqualTo("4 May 2025, 09:07 UTC");
    }

    @Test
    void timesAndMissingTextsAreInTheCurrentLanguage() {
        assertThat(PageLanguage.NORWEGIAN.call(() -> PageText.time(Instant.parse("2026-11-30T08:05:00Z"))))
                .isEqualTo("30. november 2026 kl. 08.05 UTC");
        assertThat(PageLanguage.NORWEGIAN.call(() -> PageText.line("\u200B"))).isEqualTo("(ingenting å vise)");
    }
}
