package io.rapport.report.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePositionTest {

    @Test
    void anIdIsReadBack() {
        var position = new ChangePosition("fiwJX8hTQkCx_-9aBcdE0g", List.of(0L, 35L, 1_234_567_890_123L));
        assertThat(ChangePosition.parse(position.id())).contains(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "a.", "a.-1", "a.B", "a.1-", ".1", "a.1\n", "a.zzzzzzzzzzzzz", "a b.1"})
    void otherTextsAreNoPositions(String text) {
        assertThat(ChangePosition.parse(text)).isEmpty();
    }
}
