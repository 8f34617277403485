package io.rapport.ingest.web.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

    private static final KeyOrder<Integer> ORDER = new KeyOrder<>("id", String::valueOf);

    @Test
    void pagesHaveEachRowOnceInTheOrderOfTheKeys() {
        var first = ORDER.page(Stream.of(5, 3, 1, 4), PageRequest.of("2", null));
        assertThat(first.items()).containsExactly(1, 3);

        var second = ORDER.page(Stream.of(5, 3, 1, 4), PageRequest.of("2", first.next()));
        assertThat(second.items()).containsExactly(4, 5);
        assertThat(second.next()).isNull();
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        var next = ORDER.page(Stream.of(1, 2), PageRequest.of("1", null)).next();
        var other = new KeyOrder<Integer>("brand", String::valueOf);

        assertThatThrownBy(() -> other.page(Stream.of(1, 2), PageRequest.of("1", next)))
                .isInstanceOf(ProblemException.class);
    }
}
