package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "|",
                "||",
                "%",
                "%7C",
                "%7E",
                "%257E",
                "+",
                "*",
                "~",
                "a b+c",
                "a|b%c",
                "👩🏽‍🚀 ☕",
                "نورة|☕%",
                "בן־דוד",
                "\u202Eabc",
                "日本",
                "line\nbreak\t\0",
                "/?#[]@!$&'()*+,;="
            })
    void everyPartComesBackAsItWas(String part) {
        assertThat(TopicKeys.split(TopicKeys.join("a", part, "b"))).containsExactly("a", part, "b");
        assertThat(TopicKeys.split(TopicKeys.join(part))).containsExactly(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "AZaz09-._~ AZaz09-._~",
                "a|b a%7Cb",
                "100% 100%25",
                "a+b a%2Bb",
                "* %2A",
                "☕ %E2%98%95",
                "نو %D9%86%D9%88",
                "😀 %F0%9F%98%80"
            })
    void aPartIsPercentEncodedAsRfc3986Says(String part, String encoded) {
        assertThat(TopicKeys.join(part)).isEqualTo(encoded);
    }

    @Test
    void aSpaceIsNotAPlus() {
        assertThat(TopicKeys.join("a b")).isEqualTo("a%20b");
    }

    @Test
    void noPartReachesIntoTheNext() {
        assertThat(TopicKeys.join("a|b", "c")).isEqualTo("a%7Cb|c").isNotEqualTo(TopicKeys.join("a", "b|c"));
        assertThat(TopicKeys.join("a", "", "b")).isEqualTo("a||b").isNotEqualTo(TopicKeys.join("a", "b", ""));
    }

    @Test
    void aKeyIsAscii() {
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(TopicKeys.join("نورة", "👩🏽‍🚀", "é")))
                .isTrue();
    }

    @Test
    void emptyPartsAreParts() {
        assertThat(TopicKeys.split("")).isEqualTo(List.of(""));
        assertThat(TopicKeys.split("|a|")).containsExactly("", "a", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|%", "a|%4", "%zz"})
    void whatIsNoKeyIsRefused(String key) {
        assertThatThrownBy(() -> TopicKeys.split(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
