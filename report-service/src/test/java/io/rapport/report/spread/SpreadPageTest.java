package io.rapport.report.spread;

import io.rapport.report.brand.BrandHeadline;
import io.rapport.report.page.PageFormat;
import io.rapport.report.service.ServiceSummary;
import io.rapport.report.value.ValueStreamLabels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.contracts.sentiment.WindowSpread;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What pages make of figures. */
class SpreadPageTest {

    private static final double AXIS_FROM = 12;
    private static final double AXIS_TO = 308;

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59.4, 59 s",
        "60, 1 min",
        "1260.5, 21 min",
        "3600, 1 h",
        "15412, 4 h 16 min",
        "172799, 47 h 59 min",
        "172800, 2 days",
        "280000, 3 days 5 h"
    })
    void secondsAreTimesPeopleUse(double seconds, String shown) {
        assertThat(PageFormat.duration(seconds)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1849.5, EUR, '1,849.50 EUR'",
        "1849.5, JPY, '1,850 JPY'",
        "1.2345, BHD, '1.235 BHD'",
        "0.05, XXX, 0.05 XXX",
        "7, beans, 7.00 beans",
        "14.5, hours, 14.5 h"
    })
    void amountsHaveTheDecimalsOfTheirCurrency(BigDecimal amount, String unit, String shown) {
        assertThat(PageFormat.amount(amount, unit)).isEqualTo(shown);
    }

    @Test
    void theRangeIsDrawnToScaleAndBothOnTheSame() {
        var one = reproduction(1.0, 0.5, 2.0);
        var other = reproduction(3.0, 2.5, 4.0);
        var scale = ReproductionGauge.scale(one, other);
        assertThat(scale).isEqualTo(4);
        var drawn = ReproductionGauge.of(one, scale);
        assertThat(at(drawn.from(), scale)).isCloseTo(0.5, within(0.01));
        assertThat(at(drawn.at(), scale)).isCloseTo(1.0, within(0.01));
        assertThat(drawn.one()).isEqualTo(drawn.at());
        assertThat(Double.parseDouble(drawn.length()) / (AXIS_TO - AXIS_FROM) * scale)
                .isCloseTo(1.5, within(0.01));
        assertThat(drawn.ticks()).extracting(ReproductionGauge.GaugeTick::text).containsExactly("0", "1", "2", "3", "4");
        assertThat(ReproductionGauge.of(one, ReproductionGauge.scale(reproduction(30, 9, 41))).ticks()).hasSizeLessThan(7);
        assertThat(ReproductionGauge.scale(unmeasured(0))).isEqualTo(2);
    }

    @Test
    void whatTheRangeMeansIsSaidAndWhyThereIsNone() {
        assertThat(sentence(reproduction(1.5, 1.1, 2))).contains("grows by itself");
        assertThat(sentence(reproduction(0.5, 0.2, 0.9))).contains("dies down by itself");
        assertThat(sentence(reproduction(1.0, 0.8, 1.3))).contains("cannot be told yet");
        assertThat(sentence(unmeasured(0))).endsWith("no message is old enough.");
        assertThat(sentence(unmeasured(1))).endsWith("only 1 message is old enough.");
        assertThat(sentence(unmeasured(4))).endsWith("only 4 messages are.");
        assertThat(sentence(unmeasured(12))).contains("only the origin is known");
    }

    @Test
    void whatPeopleSayIsSaidInWords() {
        assertThat(mood(0.3, 0.1).sentence()).contains("kindly", "mostly agree");
        assertThat(mood(-0.3, 0.9).sentence()).contains(" ill ", "far apart");
        assertThat(mood(-0.3, 0.9).mean()).isEqualTo("−0.30");
        assertThat(mood(0.01, 0.1).sentence()).contains("neither well nor ill");
        assertThat(mood(null, null).measurable()).isFalse();
    }

    @Test
    void serviceSaysWhenThereIsNothingToMeasure() {
        var silent = ServiceSummary.of(new ServiceWindow(30, 0, 0, 0, 0, null, null, null, null));
        assertThat(silent.measurable()).isFalse();
        assertThat(silent.sentence()).startsWith("Nobody asked");
        var waiting = ServiceSummary.of(new ServiceWindow(30, 2, 0, 0, 2, null, null, 90, 0.0));
        assertThat(waiting.sentence()).startsWith("Nobody who asked");
        assertThat(waiting.figures())
                .extracting(BrandHeadline.LabeledFigure::meaning)
                .contains("of all who asked; the target is 1 h 30 min");
    }

    @ParameterizedTest
    @EnumSource(ValueKind.class)
    void everyStreamHasAName(ValueKind stream) {
        var words = ValueStreamLabels.of(stream);
        assertThat(words.label()).isNotBlank();
        assertThat(words.meaning()).endsWith(".");
        assertThat(Arrays.stream(ValueKind.values())
                        .filter(each -> ValueStreamLabels.of(each).label().equals(words.label())))
                .hasSize(1);
    }

    private static double at(String x, double scale) {
        return (Double.parseDouble(x) - AXIS_FROM) / (AXIS_TO - AXIS_FROM) * scale;
    }

    private static ReproductionNumber reproduction(double value, double low, double high) {
        return new ReproductionNumber(value, low, high, 20, 20, true);
    }

    private static String sentence(ReproductionNumber reproduction) {
        var word = new PolaritySpread(1, 1, 1, reproduction, null, null);
        return SpreadColumn.both(new WindowSpread(30, word, word, null, null))
                .get(0)
                .sentence();
    }

    private static SentimentOverview mood(@Nullable Double mean, @Nullable Double polarisation) {
        var word = new PolaritySpread(1, 1, 1, unmeasured(0), null, null);
        return SentimentOverview.of(new WindowSpread(30, word, word, mean, polarisation));
    }

    private static ReproductionNumber unmeasured(long parents) {
        return new ReproductionNumber(null, null, null, parents, 0, false);
    }
}
