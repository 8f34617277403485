package io.rapport.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendChartTest {

    private static final List<String> DAYS = List.of("Jan", "Feb", "Mar", "Apr");

    @Test
    void dayWithoutAValueInterruptsTheLineAndIsADashInTheTable() {
        var chart = TrendChart.of("ROR", DAYS, List.of(line(1.0, 2.0, null, 4.0)));
        assertThat(chart.lines().get(0).paths()).containsExactly("44.0,132.0 232.7,92.0");
        assertThat(chart.lines().get(0).dots()).hasSize(3);
        assertThat(chart.rows().get(2)).isEqualTo(new TrendChart.TrendRow("Mar", List.of("–")));
        assertThat(chart.description()).isEqualTo("ROR: 1.00 on Jan, 4.00 on Apr");
    }

    @Test
    void scaleEndsAtTheNextRoundNumber() {
        assertThat(scale(line(37.0, 12.0, 3.0, 0.0))).containsExactly("0", "20", "40");
        assertThat(scale(line(0.0, 0.0, 0.0, 0.0))).containsExactly("0", "0.5", "1");
        assertThat(scale(line(1234.0, 1.0, 1.0, 1.0))).containsExactly("0", "1,000", "2,000");
    }

    @Test
    void nothingToCompareIsNoChart() {
        assertThat(TrendChart.of("ROR", List.of("Jan"), List.of(line(1.0)))).isNull();
        assertThat(TrendChart.of("ROR", DAYS, List.of(line(null, null, null, null))))
                .isNull();
    }

    private static List<String> scale(TrendLine line) {
        return TrendChart.of("ROR", DAYS, List.of(line)).scale().stream()
                .map(TrendChart.AxisTick::text)
                .toList();
    }

    private static TrendLine line(Double... values) {
        return new TrendLine("ROR", "returned", Arrays.asList(values), PageFormat::ratio);
    }
}
