package io.rapport.report.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.score.ValueKind;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The labels of value streams. */
class ValueStreamLabelsTest {

    @ParameterizedTest
    @EnumSource(ValueKind.class)
    void everyStreamHasItsOwnLabel(ValueKind stream) {
        var labels = ValueStreamLabels.of(stream);
        assertThat(labels.label()).isNotBlank();
        assertThat(labels.meaning()).endsWith(".");
        assertThat(Arrays.stream(ValueKind.values())
                        .filter(each -> ValueStreamLabels.of(each).label().equals(labels.label())))
                .hasSize(1);
    }
}
