package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimestampTest {

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
