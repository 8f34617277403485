package io.rapport.report.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TenthsRoundingTest {

    @Property(tries = 300)
    void roundedPartsAddUpToTheRoundedSum(
            @ForAll @Size(max = 30) List<@DoubleRange(min = -100, max = 100) Double> parts) {
        var shown = TenthsRounding.of(parts);
        var sum = parts.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(shown.stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(Math.round(sum * 10) / 10.0, offset(1e-6));
        for (var i = 0; i < parts.size(); i++) {
            assertThat(shown.get(i)).isCloseTo(parts.get(i), offset(0.1 + 1e-9));
        }
    }

    @Test
    void thirdsAddUp() {
        assertThat(TenthsRounding.of(List.of(10 / 3.0, 10 / 3.0, 10 / 3.0))).containsExactly(3.4, 3.3, 3.3);
    }
}
