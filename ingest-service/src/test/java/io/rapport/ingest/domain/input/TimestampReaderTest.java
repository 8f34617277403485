package io.rapport.ingest.domain.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.contracts.engagement.RejectionCode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampReaderTest {

    private static Instant read(Object value) {
        return TimestampReader.read(InputFields.of(Map.of("occurredAt", value)), "occurredAt", SampleRows.NOW, null);
    }

    private static InputRejectedException rejected(Object value) {
        return catchThrowableOfType(InputRejectedException.class, () -> read(value));
    }

    @Test
    void readsAnyOffsetWithMillisecondPrecision() {
        assertThat(read("2026-02-01T03:00:00.123456Z")).isEqualTo("2026-02-01T03:00:00.123Z");
        assertThat(read("2026-02-01T03:00:00+02:00")).isEqualTo("2026-02-01T01:00:00Z");
        assertThat(read("2004-01-01T00:00:00Z")).isEqualTo(TimestampReader.EARLIEST);
        assertThat(read("2026-03-01T12:05:00Z")).isEqualTo("2026-03-01T12:05:00Z");
    }

    @Test
    void suggestsTheMeaningOfANumber() {
        assertThat(rejected(1_769_900_000L).message()).contains("looks like seconds since 1970: 2026-01-31T");
        assertThat(rejected(1_769_900_000_000L).message()).contains("looks like milliseconds since 1970: 2026-01-31T");
        assertThat(rejected("1769900000000").message()).contains("looks like milliseconds");
        assertThat(rejected(7).message()).contains("neither");
        assertThat(rejected(1_769_900_000L).code()).isEqualTo(RejectionCode.INVALID_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"58056-03-10T05:46:40Z", "+58056-03-10T05:46:40Z"})
    void detectsMillisecondsReadAsSeconds(String text) {
        var reason = rejected(text);

        assertThat(reason.code()).isEqualTo(RejectionCode.IN_THE_FUTURE);
        assertThat(reason.message()).contains("milliseconds that were read as seconds: 2026-");
    }

    @Test
    void detectsSecondsReadAsMilliseconds() {
        var reason = rejected("1970-01-21T11:38:20Z");

        assertThat(reason.code()).isEqualTo(RejectionCode.TOO_OLD);
        assertThat(reason.message()).contains("seconds that were read as milliseconds: 2026-");
    }

    @Test
    void rejectsTheFarFutureAndTimesBefore2004() {
        assertThat(rejected("2036-03-01T12:00:00Z").code()).isEqualTo(RejectionCode.IN_THE_FUTURE);
        assertThat(rejected("2026-03-01T12:05:00.001Z").code()).isEqualTo(RejectionCode.IN_THE_FUTURE);
        assertThat(rejected("2003-12-31T23:59:59Z").code()).isEqualTo(RejectionCode.TOO_OLD);
        assertThat(rejected("-999999999-01-01T00:00:00Z").code()).isEqualTo(RejectionCode.TOO_OLD);
        assertThat(rejected("+999999999-12-31T23:59:59Z").code()).isEqualTo(RejectionCode.IN_THE_FUTURE);
    }

    @Test
    void reportsTheMissingPart() {
        assertThat(rejected("2026-02-01T03:00:00").message()).contains("no offset");
        assertThat(rejected("2026-02-01").message()).contains("without a time of day");
        assertThat(rejected("yesterday").message()).contains("ISO 8601");
        assertThat(rejected(Map.of()).code()).isEqualTo(RejectionCode.INVALID_FIELD);
        assertThat(rejected("9".repeat(400)).code()).isEqualTo(RejectionCode.INVALID_FIELD);
        assertThat(rejected(new java.math.BigDecimal("1e999999999")).code()).isEqualTo(RejectionCode.INVALID_FIELD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-02-01T09:12:00+0000; 2026-02-01T09:12:00Z",
                "2026-02-01 09:12:00 +0200; 2026-02-01T07:12:00Z",
                "2026-02-01 09:12:00+02:00; 2026-02-01T07:12:00Z",
                "2026-02-01 09:12:00 UTC; 2026-02-01T09:12:00Z",
                "2026-02-01 09:12:00Z; 2026-02-01T09:12:00Z",
                "2026-02-01t09:12:00z; 2026-02-01T09:12:00Z",
                "2026-02-01T09:12:00,250-0330; 2026-02-01T12:42:00.250Z",
                "2026-02-01T09:12+02; 2026-02-01T07:12:00Z",
                "2026-02-01 09:12:00 GMT+0200; 2026-02-01T07:12:00Z",
                "2026-02-01 09:12:00 PST; 2026-02-01T17:12:00Z",
                "Sun Feb 01 09:12:00 +0000 2026; 2026-02-01T09:12:00Z",
                "Sun Feb 01 09:12:00 UTC 2026; 2026-02-01T09:12:00Z",
                "Sun, 1 Feb 2026 09:12:00 +0200; 2026-02-01T07:12:00Z",
                "Sun, 01 Feb 2026 09:12:00 GMT; 2026-02-01T09:12:00Z",
                "1 Feb 2026 09:12 -0500; 2026-02-01T14:12:00Z",
                "Sun, 1 Feb 2026 09:12:00 EST; 2026-02-01T14:12:00Z",
                "Sun, 1 Feb 2026 09:12:00 +0200 (CEST); 2026-02-01T07:12:00Z",
                "Sun Feb 01 2026 09:12:00 GMT+0200 (Central European Summer Time); 2026-02-01T07:12:00Z"
            })
    void readsTheFormatsOfPlatformsAndOfEmail(String written, String timestamp) {
        assertThat(read(written)).isEqualTo(timestamp);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun Feb 01 09:12:00 2026",
                "Sun, 1 Feb 2026 09:12:00",
                "2026-02-01 09:12:00 CEST",
                "01/02/2026 09:12 +0200",
                "2026-02-01T25:12:00Z",
                "2026-02-30T09:12:00Z"
            })
    void rejectsTimesWithoutAnUnambiguousOffset(String written) {
        assertThat(rejected(written).code()).isEqualTo(RejectionCode.INVALID_FIELD);
    }

    @ParameterizedTest
    @CsvSource({
        "1769900000,SECONDS,2026-01-31T22:53:20Z",
        "1769900000.25,SECONDS,2026-01-31T22:53:20.250Z",
        "1769900000000,MILLISECONDS,2026-01-31T22:53:20Z",
        "1769900000123,MILLISECONDS,2026-01-31T22:53:20.123Z",
        "2026-02-01T09:12:00Z,SECONDS,2026-02-01T09:12:00Z"
    })
    void readsNumbersInTheUnitOfTheSource(String written, EpochUnit unit, String timestamp) {
        assertThat(TimestampReader.read(
                        InputFields.of(Map.of("occurredAt", written)), "occurredAt", SampleRows.NOW, unit))
                .isEqualTo(timestamp);
    }

    @Test
    void aNumberInTheWrongUnitIsRejected() {
        assertThatThrownBy(() -> TimestampReader.read(
                        InputFields.of(Map.of("occurredAt", 1_769_900_000_000L)),
                        "occurredAt",
                        SampleRows.NOW,
                        EpochUnit.SECONDS))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("milliseconds that were read as seconds");
        assertThatThrownBy(() -> TimestampReader.read(
                        InputFields.of(Map.of("occurredAt", new java.math.BigDecimal("1e999999999"))),
                        "occurredAt",
                        SampleRows.NOW,
                        EpochUnit.SECONDS))
                .isInstanceOf(InputRejectedException.class);
    }
}
