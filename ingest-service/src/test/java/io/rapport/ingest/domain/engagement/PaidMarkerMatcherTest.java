package io.rapport.ingest.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaidMarkerMatcherTest {

    private final PaidMarkerMatcher markers = new PaidMarkerMatcher(List.of("#ad", "Werbung", "(paid)"));

    @ParameterizedTest
    @ValueSource(
            strings = {"#ad", "Love it #AD", "#Ad: love it", "Unbezahlte WERBUNG!", "nice (Paid)", "#advert and #ad"})
    void ignoresCase(String text) {
        assertThat(markers.matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#a", "#adventure", "#ad_free", "Werbungen", "x#ad", "paid"})
    void matchesOnlyWholeWords(String text) {
        assertThat(markers.matches(text)).isFalse();
    }

    @Test
    void matchesNothingWithoutMarkers() {
        assertThat(new PaidMarkerMatcher(List.of()).matches("#ad")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "＃ad lovely",
                "新商品が最高です#PR",
                "新商品が最高です ＃PR",
                "#PRです、最高",
                "Que bom #anu\u0301ncio",
                "Partnership #\u200Bad",
                "Partnership #\uFE0F\u20E3ad",
                "so good ＃ＡＤ",
                "﹟ad",
                "\uD835\uDDEE\uD835\uDDF1 #\uD835\uDDEE\uD835\uDDF1",
                "реклама#ad",
                "#ad\u200F",
                "좋아요#AD",
                "(#ad)"
            })
    void findsMarkersInOtherFormsOfTheSameCharacters(String text) {
        assertThat(new PaidMarkerMatcher(List.of("#ad", "#PR", "#anúncio")).matches(text))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "＃adventure",
                "#anuncios",
                "page.html#ad",
                "#PRO",
                "#ad_hoc",
                "#广告",
                "the ad",
                "#pr0",
                "#adé",
                "x#PRx"
            })
    void doesNotFindMarkersInsideOfWords(String text) {
        assertThat(new PaidMarkerMatcher(List.of("#ad", "#PR", "#anúncio")).matches(text))
                .isFalse();
    }
}
