package io.rapport.identity.domain.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "İrem Yıldız, irem",
        "irem yıldız, İREM",
        "IŞIK, ışık",
        "Işık, isik",
        "Diyarbakır, DIYARBAKIR",
        "José Álvarez, jose",
        "Jose\u0301 Alvarez, josé",
        "Ｋａｔｅ, kate",
        "Straße, STRASSE",
        "Bjørn Ødegård, bjorn odegard",
        "Łukasz, lukasz",
        "Ǆ, dž",
        "K\u200Bate, kate",
        "ΟΔΥΣΣΕΥΣ, οδυσσευς",
        "Ａ１, a1",
        "Zoë\u00A0Smith, zoe smith",
    })
    void spellingsOfTheSameLettersAreFound(String name, String words) {
        assertThat(SearchText.fold(name)).contains(SearchText.fold(words));
    }

    @ParameterizedTest
    @CsvSource({"irem, eren", "Anna, Anja", "Łukasz, lucas", "石川, 石井"})
    void otherLettersAreNot(String name, String words) {
        assertThat(SearchText.fold(name)).doesNotContain(SearchText.fold(words));
    }
}
