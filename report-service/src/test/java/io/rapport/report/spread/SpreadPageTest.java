package io.rapport.report.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.report.page.ListLink;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The gauge, the columns and the overview of the spread page. */
class SpreadPageTest {

    private static final double AXIS_FROM = 12;
    private static final double AXIS_TO = 308;

    @Test
    void drawsIntervalsOnOneScale() {
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
        assertThat(drawn.ticks())
                .extracting(ReproductionGauge.GaugeTick::text)
                .containsExactly("0", "1", "2", "3", "4");
        assertThat(ReproductionGauge.of(one, ReproductionGauge.scale(reproduction(30, 9, 41)))
                        .ticks())
                .hasSizeLessThan(7);
        assertThat(ReproductionGauge.scale(unmeasured(0))).isEqualTo(2);
    }

    @Test
    void explainsTheIntervalOrWhyThereIsNone() {
        assertThat(sentence(reproduction(1.5, 1.1, 2))).contains("grows by itself");
        assertThat(sentence(reproduction(0.5, 0.2, 0.9))).contains("dies down by itself");
        assertThat(sentence(reproduction(1.0, 0.8, 1.3))).contains("cannot be told yet");
        assertThat(sentence(unmeasured(0))).endsWith("no message is old enough.");
        assertThat(sentence(unmeasured(1))).endsWith("only 1 message is old enough.");
        assertThat(sentence(unmeasured(4))).endsWith("only 4 messages are.");
        assertThat(sentence(unmeasured(12))).contains("only the origin is known");
    }

    @Test
    void describesMeanAndPolarisation() {
        assertThat(mood(0.3, 0.1).sentence()).contains("kindly", "mostly agree");
        assertThat(mood(-0.3, 0.9).sentence()).contains(" ill ", "far apart");
        assertThat(mood(-0.3, 0.9).mean()).isEqualTo("−0.30");
        assertThat(mood(0.01, 0.1).sentence()).contains("neither well nor ill");
        assertThat(mood(null, null).measurable()).isFalse();
    }

    private static double at(String x, double scale) {
        return (Double.parseDouble(x) - AXIS_FROM) / (AXIS_TO - AXIS_FROM) * scale;
    }

    private static ReproductionNumber reproduction(double value, double low, double high) {
        return new ReproductionNumber(value, low, high, 20, 20, true);
    }

    private static String sentence(ReproductionNumber reproduction) {
        var word = new PolaritySpread(1, 1, 1, reproduction, null, null);
        return SpreadColumn.both(new WindowSpread(30, word, word, null, null), new ListLink("/spread/people", Map.of()))
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
