package io.rapport.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private final Cursor cursor =
            Cursor.of("-strength", 12.5, "Zoë | 100 %", UUID.fromString("5b1b1f8e-6f0c-5d0e-9d5e-2f6a3d0c7a11"));

    @Test
    void givesBackWhatWasPutIn() {
        var read = Cursor.decode(cursor.encoded());

        assertThat(read).isEqualTo(cursor);
        assertThat(read.number("-strength", 0)).isEqualTo(12.5);
        assertThat(read.text("-strength", 1)).isEqualTo("Zoë | 100 %");
    }

    @Test
    void needsNoEscapingInAnAddress() {
        assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void refusesEverySingleChangedCharacter() {
        var encoded = cursor.encoded();
        var refused = IntStream.range(0, encoded.length() - 1)
                .mapToObj(at ->
                        encoded.substring(0, at) + (encoded.charAt(at) == 'A' ? 'B' : 'A') + encoded.substring(at + 1));

        assertThat(refused).allSatisfy(CursorTest::assertRefused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "not base64!", "_____w"})
    void refusesWhatWasNeverACursor(String text) {
        assertRefused(text);
    }

    @Test
    void isGoodForItsOwnOrderOnly() {
        assertThatThrownBy(() -> cursor.text("name", 0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cursor.text("-strength", 3)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cursor.number("-strength", 1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPageEndsWhereTheNextBegins() {
        var page = CursorPage.of(List.of("a", "b", "c"), 2, row -> Cursor.of("name", row));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.decode(page.next()).text("name", 0)).isEqualTo("b");
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(CursorPage.of(List.of("a", "b"), 2, row -> Cursor.of("name", row)))
                .isEqualTo(new CursorPage<>(List.of("a", "b"), null));
        assertThat(CursorPage.of(List.of(), 2, row -> cursor).next()).isNull();
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().type()).isEqualTo("urn:rapport:problem:bad-cursor");
        });
    }
}
