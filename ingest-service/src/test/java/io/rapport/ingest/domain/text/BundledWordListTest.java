package io.rapport.ingest.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BundledWordListTest {

    @Test
    void asciiIsFoldedAsOtherTextIs() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(12); length > 0; length--) {
                text.append((char) random.nextInt(128));
            }
            assertThat(BundledWordList.fold(text + " \u00F8"))
                    .as(text.toString())
                    .isEqualTo((BundledWordList.fold(text.toString()) + " o").strip());
        }
    }
}
