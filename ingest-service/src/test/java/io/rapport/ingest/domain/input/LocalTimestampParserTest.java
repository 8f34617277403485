package io.rapport.ingest.domain.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimestampParserTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-03-02 09:15; ; 2026-03-02T08:15:00Z",
                "2026-03-02T09:15:30; ; 2026-03-02T08:15:30Z",
                "2026-03-02 09:15:30.250; ; 2026-03-02T08:15:30.250Z",
                "2026/3/2 9:15; ; 2026-03-02T08:15:00Z",
                "20260302; ; 2026-03-02T11:00:00Z",
                "2026-07-02; ; 2026-07-02T10:00:00Z",
                "02.03.2026 09:15; ; 2026-03-02T08:15:00Z",
                "2.3.26 9:15; ; 2026-03-02T08:15:00Z",
                "3/2/2026 9:15 AM; MDY; 2026-03-02T08:15:00Z",
                "2/3/2026 9:15 AM; DMY; 2026-03-02T08:15:00Z",
                "3/13/2026 9:15pm; ; 2026-03-13T20:15:00Z",
                "13/3/2026 21:15; ; 2026-03-13T20:15:00Z",
                "12:00 AM 3/2/2026; MDY; ",
                "3/2/2026 12:00 AM; MDY; 2026-03-01T23:00:00Z",
                "3/2/2026, 12:30 p.m.; MDY; 2026-03-02T11:30:00Z",
                "Mar 2, 2026 9:15 AM; ; 2026-03-02T08:15:00Z",
                "March 2nd, 2026 at 9:15 AM; ; 2026-03-02T08:15:00Z",
                "Mon, 2 Mar 2026 09:15; ; 2026-03-02T08:15:00Z",
                "02-Mar-2026 09:15; ; 2026-03-02T08:15:00Z",
                "2026-03-02\u00A009:15; ; 2026-03-02T08:15:00Z",
                "3/2/2026 8:15 AM UTC; MDY; 2026-03-02T08:15:00Z",
                "02.03.2026 09:15 +0100; ; 2026-03-02T08:15:00Z",
                "2026-03-29 02:30; ; 2026-03-29T01:30:00Z",
                "2026-10-25 02:30; ; 2026-10-25T00:30:00Z"
            })
    void readsTimesWithoutAnOffset(String text, DateOrder order, String expected) {
        assertThat(new LocalTimestampParser(OSLO, order).parse(text).map(LocalTimestampParser.LocalTimestamp::instant))
                .isEqualTo(Optional.ofNullable(expected).map(Instant::parse));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "3/2/2026 9:15",
                "2026-02-30 10:00",
                "13/13/2026",
                "2026-03-02 25:00",
                "3/13/2026 13:00 PM",
                "2026-03-02T09:15:00 Mars time",
                "32.1.2026",
                "Foo 2, 2026",
                "1772443200",
                "2026-3",
                "99/1/2026 0:00"
            })
    void leavesWhatItCannotReadForCertain(String text) {
        assertThat(new LocalTimestampParser(OSLO, null).parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1/2/2026, 13/2/2026; DMY; false",
                "1/2/2026, 2/13/2026; MDY; false",
                "1/2/2026, 3/4/2026 10:00; ; true",
                "13/2/2026, 2/13/2026; ; false",
                "2026-01-02; ; false",
                "1.2.2026; ; false",
                "1-2-26, 31-1-26; DMY; false"
            })
    void theValuesOfAColumnTellTheOrderOfDayAndMonth(String values, DateOrder order, boolean ambiguous) {
        var list = List.of(values.split(", "));

        assertThat(DateOrder.of(list)).isEqualTo(Optional.ofNullable(order));
        assertThat(DateOrder.of(list).isEmpty() && list.stream().anyMatch(DateOrder::isAmbiguous))
                .isEqualTo(ambiguous);
    }
}
