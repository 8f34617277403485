package io.rapport.identity.web.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionReferenceTest {

    @Test
    void textRoundTrips() {
        var reference = new DecisionReference(new UUID(1, 2), new UUID(3, 4));

        assertThat(DecisionReference.of(reference.text())).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "00000000-0000-0001-0000-000000000002", "<script>.x"})
    void invalidReferencesAreRejected(String text) {
        assertThatThrownBy(() -> DecisionReference.of(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void parsesAtMostOnePageOfReferences() {
        var did = IntStream.range(0, 80)
                .mapToObj(i -> new DecisionReference(new UUID(1, i), new UUID(2, i)).text())
                .toList();

        assertThat(DecisionReference.parse(did)).hasSize(DecisionReference.MAX_PER_PAGE);
        assertThat(DecisionReference.parse(null)).isEmpty();
    }
}
