package io.rapport.ingest.domain.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast form of a timestamp is read as every other form is. */
class UtcTimestampTest {

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

    @Test
    void readsSecondsAndFractions() {
        assertThat(UtcTimestamp.parse("2026-01-31T14:05:00Z")).isEqualTo(Instant.parse("2026-01-31T14:05:00Z"));
        assertThat(UtcTimestamp.parse("2024-02-29T23:59:59.5Z")).isEqualTo(Instant.parse("2024-02-29T23:59:59.5Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-01-31T14:05Z",
                "2026-01-31 14:05:00Z",
                "2026-01-31T14:05:00+00:00",
                "2026-01-31T14:05:00.Z",
                "2026-01-31T14:05:00.1234567891Z",
                "2026-01-31T14:05:00,5Z",
                "2026-01-31T14:05:0\u0660Z",
                "2026-02-29T14:05:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T14:05:00z",
                "+2026-01-31T14:05:00Z"
            })
    void leavesOtherFormsToTheOthers(String text) {
        assertThat(UtcTimestamp.parse(text)).isNull();
    }
}
