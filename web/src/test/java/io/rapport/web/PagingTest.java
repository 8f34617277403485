package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @Test
    void isTheFirstFiftyUnlessSaid() {
        assertThat(Paging.of(null, null)).isEqualTo(new Paging(50, null));
    }

    @Test
    void takesLimitAndCursor() {
        var cursor = Cursor.of("name", "b");

        assertThat(Paging.of("500", cursor.encoded())).isEqualTo(new Paging(500, cursor));
        assertThat(Paging.of("1", null).limit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "99999999999", "ten", "", "1.5"})
    void refusesOtherLimits(String limit) {
        assertThatThrownBy(() -> Paging.of(limit, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().fields()).containsEntry("parameter", "limit"));
    }
}
