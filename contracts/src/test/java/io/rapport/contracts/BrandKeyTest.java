package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandKeyTest {

    private static final BrandKey BRAND = new BrandKey("demo", "harbour-coffee");

    @Test
    void aKeyBeginsWithAgencyAndBrand() {
        assertThat(BRAND.key()).isEqualTo("demo|harbour-coffee");
        assertThat(BRAND.key("x", "a|b")).isEqualTo("demo|harbour-coffee|x|a%7Cb");
    }

    @Test
    void isReadOffItsOwnKeyAndOffThatOfEveryPart() {
        assertThat(BrandKey.of(BRAND.key())).isEqualTo(BRAND);
        assertThat(BrandKey.of(BRAND.key("x", "a|b"))).isEqualTo(BRAND);
        assertThatThrownBy(() -> BrandKey.of("demo")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "|", "}", "~", "zzz", "نورة", "👩🏽‍🚀"})
    void itsRangeHoldsEveryKeyUnderIt(String part) {
        assertThat(BRAND.key(part)).isBetween(BRAND.rangeStart(), BRAND.rangeEnd());
        assertThat(BRAND.key(part)).isLessThan(BRAND.rangeEnd());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harbour",
                "harbour-coffe",
                "harbour-coffee-2",
                "harbour-coffee.x",
                "harbour-coffee_",
                "harbour-coffee0",
                "harbour-coffeez",
                "i"
            })
    void itsRangeHoldsNoKeyOfAnotherBrand(String other) {
        assertThat(new BrandKey("demo", other).key("part"))
                .satisfies(
                        key -> assertThat(key.compareTo(BRAND.rangeStart()) < 0 || key.compareTo(BRAND.rangeEnd()) >= 0)
                                .isTrue());
    }
}
