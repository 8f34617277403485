package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleKeyTest {

    private static final BrandKey BRAND = new BrandKey("demo", "harbour-coffee");

    @Test
    void aKeyIsAgencyBrandChannelHandle() {
        assertThat(new HandleKey(BRAND, "x", "@tobi|h").key()).isEqualTo("demo|harbour-coffee|x|%40tobi%7Ch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"44196", "", "a|b", "%7C", "نورة|☕%", "👩🏽‍🚀"})
    void isReadOffItsKey(String handle) {
        var key = new HandleKey(BRAND, "x", handle);

        assertThat(HandleKey.of(key.key())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo|harbour-coffee", "demo|harbour-coffee|x", "demo|harbour-coffee|x|1|2"})
    void aKeyOfSomethingElseIsRefused(String key) {
        assertThatThrownBy(() -> HandleKey.of(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("four parts");
    }
}
