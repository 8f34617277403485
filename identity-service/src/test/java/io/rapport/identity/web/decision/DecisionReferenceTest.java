package io.rapport.identity.web.decision;

import io.rapport.identity.web.review.ReviewPageBuilder;
import io.rapport.identity.web.review.ReviewSelectionRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionReferenceTest {

    @Test
    void isWhatItWasAfterTheWayThroughAnAddress() {
        var noted = new DecisionReference(new UUID(1, 2), new UUID(3, 4));

        assertThat(DecisionReference.of(noted.text())).isEqualTo(noted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "00000000-0000-0001-0000-000000000002", "<script>.x"})
    void nothingElseIsTaken(String text) {
        assertThatThrownBy(() -> DecisionReference.of(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void aPageTellsNoMoreThanOnePageDecides() {
        var did = IntStream.range(0, 80)
                .mapToObj(i -> new DecisionReference(new UUID(1, i), new UUID(2, i)).text())
                .toList();

        assertThat(new ReviewSelectionRequest(null, null, did).decisions()).hasSize(ReviewPageBuilder.MANY);
        assertThat(new ReviewSelectionRequest(null, null, null).decisions()).isEqualTo(List.of());
    }
}
