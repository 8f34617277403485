package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "harbour-coffee", "x.y_z-1"})
    void tokens(String name) {
        assertThat(NameRules.isToken(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", ".a", "_a", "a b", "a|b", "a/b", "é", "a\n"})
    void noTokens(String name) {
        assertThat(NameRules.isToken(name)).isFalse();
    }

    @Test
    void atMost64Characters() {
        assertThat(NameRules.isToken("a".repeat(64))).isTrue();
        assertThat(NameRules.isToken("a".repeat(65))).isFalse();
    }
}
