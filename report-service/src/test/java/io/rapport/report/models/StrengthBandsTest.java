package io.rapport.report.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.report.models.StrengthBands.BandBar;
import io.rapport.web.pages.PageLanguage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The histogram of strength with two models. */
class StrengthBandsTest {

    private static final List<Long> NOW = List.of(1L, 2L, 0L, 0L, 0L, 3L, 0L, 0L, 1L, 0L);
    private static final List<Long> THEN = List.of(4L, 2L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 0L);

    @Test
    void barsOfBothModelsHaveOneScaleAndStandOnTheAxis() {
        var bands = StrengthBands.of(NOW, THEN).bands();
        assertThat(bands)
                .extracting(StrengthBands.StrengthBand::label)
                .startsWith("0–10", "10–20")
                .endsWith("90–100");
        assertThat(bands.get(0).then().height()).isEqualTo("160.0");
        assertThat(bands.get(0).now().height()).isEqualTo("40.0");
        assertThat(bands)
                .allSatisfy(band -> List.of(band.now(), band.then())
                        .forEach(bar -> assertThat(number(bar.y()) + number(bar.height()))
                                .isEqualTo(172)));
        assertThat(number(bands.get(9).then().x()) + number(bands.get(9).then().width()))
                .isLessThanOrEqualTo(StrengthBands.WIDTH);
        assertThat(bands).extracting(band -> band.now().shown()).startsWith("1", "2", "0");
    }

    @Test
    void theStrongAreCountedInWords() {
        assertThat(StrengthBands.of(NOW, THEN).description())
                .isEqualTo("Strength 50 or more: 4 people now, 1 with the other model.");
        assertThat(PageLanguage.NORWEGIAN.call(() -> StrengthBands.of(NOW, THEN).description()))
                .startsWith("Styrke 50 eller mer: 4 personer");
    }

    @Test
    void noPeopleAreBarsWithoutHeight() {
        var none = StrengthBands.of(Collections.nCopies(10, 0L), Collections.nCopies(10, 0L));
        assertThat(none.bands())
                .extracting(StrengthBands.StrengthBand::now)
                .extracting(BandBar::height)
                .containsOnly("0.0");
    }

    private static double number(String value) {
        return Double.parseDouble(value);
    }
}
