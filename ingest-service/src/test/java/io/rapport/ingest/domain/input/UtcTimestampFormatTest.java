package io.rapport.ingest.domain.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast form of a timestamp is read as every other form is. */
class UtcTimestampFormatTest {

    @Test
    void everyTimestampIsReadAsWithAnOffset() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var digits = random.nextInt(10);
            var fraction = digits == 0
                    ? ""
                    : "."
                            + String.valueOf(1_000_000_000L + random.nextInt(999_999_999))
                                    .substring(1, 1 + digits);
            var text = "%04d-%02d-%02dT%02d:%02d:%02d%sZ"
                    .formatted(
                            random.nextInt(10_000),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62),
                            fraction);
            assertThat(TimestampFormats.parse(text))
                    .as(text)
                    .isEqualTo(TimestampFormats.parse(text.replace("Z", "+00:00")));
        }
    }
}
