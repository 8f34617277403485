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
}
