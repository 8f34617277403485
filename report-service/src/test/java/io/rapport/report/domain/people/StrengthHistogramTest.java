package io.rapport.report.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthHistogramTest {

    @Test
    void placeIsTheShareOfStrongerPeopleAndThePersonItself() {
        var hundred = StrengthHistogram.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> i));
        assertThat(hundred.place(100)).isEqualTo(1);
        assertThat(hundred.place(96)).isEqualTo(5);
        assertThat(hundred.place(1)).isEqualTo(100);
        assertThat(hundred.place(0)).isEqualTo(100);
    }

    @Test
    void peopleOfTheSameTenthOfAPointHaveTheSamePlace() {
        var histogram = StrengthHistogram.of(DoubleStream.of(50.01, 50.02, 50.09, 10));
        assertThat(histogram.place(50.01)).isEqualTo(25).isEqualTo(histogram.place(50.09));
        assertThat(histogram.place(10)).isEqualTo(100);
    }

    @Test
    void everyPlaceIsAPercentage() {
        assertThat(StrengthHistogram.of(DoubleStream.empty()).place(40)).isEqualTo(100);
        assertThat(StrengthHistogram.of(DoubleStream.generate(() -> 99).limit(1000))
                        .place(99))
                .isEqualTo(1);
    }
}
