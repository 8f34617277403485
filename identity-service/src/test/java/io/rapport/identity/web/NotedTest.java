package io.rapport.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotedTest {

    @Test
    void isWhatItWasAfterTheWayThroughAnAddress() {
        var noted = new Noted(new UUID(1, 2), new UUID(3, 4));

        assertThat(Noted.of(noted.text())).isEqualTo(noted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "00000000-0000-0001-0000-000000000002", "<script>.x"})
    void nothingElseIsTaken(String text) {
        assertThatThrownBy(() -> Noted.of(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void aPageTellsNoMoreThanOnePageDecides() {
        var did = IntStream.range(0, 80)
                .mapToObj(i -> new Noted(new UUID(1, i), new UUID(2, i)).text())
                .toList();

        assertThat(new ReviewWish(null, null, did).noted()).hasSize(ReviewScreen.MANY);
        assertThat(new ReviewWish(null, null, null).noted()).isEqualTo(List.of());
    }
}
