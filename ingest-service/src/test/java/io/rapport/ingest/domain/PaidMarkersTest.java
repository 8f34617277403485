package io.rapport.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaidMarkersTest {

    private final PaidMarkers markers = new PaidMarkers(List.of("#ad", "Werbung", "(paid)"));

    @ParameterizedTest
    @ValueSource(
            strings = {"#ad", "Love it #AD", "#Ad: love it", "Unbezahlte WERBUNG!", "nice (Paid)", "#advert and #ad"})
    void findsThemInAnyCase(String text) {
        assertThat(markers.mark(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#a", "#adventure", "#ad_free", "Werbungen", "x#ad", "paid"})
    void findsWholeWordsOnly(String text) {
        assertThat(markers.mark(text)).isFalse();
    }

    @Test
    void aBrandMayHaveNone() {
        assertThat(new PaidMarkers(List.of()).mark("#ad")).isFalse();
    }
}
