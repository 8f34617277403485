package io.rapport.report.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.score.ServiceWindow;
import io.rapport.report.page.LabeledFigure;
import org.junit.jupiter.api.Test;

/** The explanation of answer times. */
class ServiceSummaryTest {

    @Test
    void explainsWhyNothingIsMeasurable() {
        var silent = ServiceSummary.of(new ServiceWindow(30, 0, 0, 0, 0, null, null, null, null));
        assertThat(silent.measurable()).isFalse();
        assertThat(silent.sentence()).startsWith("Nobody asked");
        var waiting = ServiceSummary.of(new ServiceWindow(30, 2, 0, 0, 2, null, null, 90, 0.0));
        assertThat(waiting.sentence()).startsWith("Nobody who asked");
        assertThat(waiting.figures())
                .extracting(LabeledFigure::meaning)
                .contains("of all who asked; the target is 1 h 30 min");
    }
}
