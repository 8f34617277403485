package io.rapport.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void isTheFirstFiftyUnlessSaid() {
        assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(50, null));
    }

    @Test
    void takesLimitAndCursor() {
        var cursor = Cursor.of("name", "b");

        assertThat(PageRequest.of("500", cursor.encoded())).isEqualTo(new PageRequest(500, cursor));
        assertThat(PageRequest.of("1", null).limit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "99999999999", "ten", "", "1.5"})
    void refusesOtherLimits(String limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().fields()).containsEntry("parameter", "limit"));
    }
}
