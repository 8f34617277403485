package io.rapport.scoring.domain.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaPosteriorTest {

    /** Quantiles of chi-square with 2, 4, 20, 100 and 200 degrees of freedom, halved: from published tables. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 2.9957322736",
        "1, 0.3553615107, 4.7438645184",
        "9, 5.4254056972, 15.7052164220",
        "49, 38.9647324000, 62.1710565000",
        "99, 84.1393900000, 116.9971000000"
    })
    void matchesPublishedTables(long children, double low, double high) {
        var none = new GammaPosterior(children, 0);
        assertThat(none.lowerBound()).isCloseTo(low, within(1e-4 * low));
        assertThat(none.upperBound()).isCloseTo(high, within(1e-5 * high));

        var four = new GammaPosterior(children, 4);
        assertThat(four.lowerBound()).isCloseTo(none.lowerBound() / 5, within(1e-12 * low));
        assertThat(four.upperBound()).isCloseTo(none.upperBound() / 5, within(1e-12 * high));
    }

    @ParameterizedTest
    @CsvSource({"99998", "99999", "100000"})
    void largeShapesAreContinuous(long children) {
        var here = new GammaPosterior(children, 100).lowerBound();
        var next = new GammaPosterior(children + 1, 100).lowerBound();
        assertThat(next - here).isCloseTo(1 / 101.0, within(1e-4));
    }

    @Property(tries = 300)
    void theBoundsEncloseTheRateAndRiseWithChildren(
            @ForAll @LongRange(min = 0, max = 200_000) long children,
            @ForAll @LongRange(min = 0, max = 9999) long parents) {
        var belief = new GammaPosterior(children, parents);
        var more = new GammaPosterior(children + 1, parents);
        assertThat(belief.lowerBound()).isNotNegative().isLessThan((children + 1.0) / (parents + 1));
        assertThat(belief.upperBound())
                .isGreaterThan((children + 0.6) / (parents + 1))
                .isFinite();
        assertThat(more.lowerBound()).isGreaterThan(belief.lowerBound());
        assertThat(more.upperBound()).isGreaterThan(belief.upperBound());
    }
}
