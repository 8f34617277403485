package io.rapport.identity.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTest {

    @ParameterizedTest
    @CsvSource({
        "Nydia M. Velázquez, nydia m velazquez",
        "Søren Kierkegaard, soren kierkegaard",
        "Лев Толстой, lev tolstoj",
        "Ｆｕｌｌ Ｗｉｄｔｈ, full width",
        "O'Brien-Smith, obrien smith",
        "Ωνάσης, onases"
    })
    void transliteratesAnyScript(String text, String folded) {
        assertThat(TextNormalizer.words(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jo\u200Bhn", "\u202EJohn\u202C", "John 🎉", "\uFEFFJohn"})
    void invisibleCharactersAreRemoved(String text) {
        assertThat(TextNormalizer.words(text)).isEqualTo("john");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🎉🎉", "\u0000", "!!!"})
    void unreadableTextIsEmpty(String text) {
        assertThat(TextNormalizer.words(text)).isEmpty();
        assertThat(TextNormalizer.tokens(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ж", "漢", "‮"})
    void longTextIsTruncated(String one) {
        assertThat(TextNormalizer.words(one.repeat(10_000)).length()).isLessThanOrEqualTo(200);
    }
}
