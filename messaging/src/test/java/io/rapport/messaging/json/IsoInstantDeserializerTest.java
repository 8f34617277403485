package io.rapport.messaging.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class IsoInstantDeserializerTest {

    private static final JsonMapper JACKSON = JsonMapper.shared();

    static Stream<Instant> instants() {
        var random = new Random(1);
        var first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        var last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        var unit = new int[] {1, 1_000, 1_000_000, 100_000_000, 1_000_000_000};
        return Stream.generate(() -> Instant.ofEpochSecond(
                        random.nextLong(first, last + 1),
                        random.nextInt(1_000_000_000)
                                / unit[random.nextInt(5)]
                                * (long) unit[random.nextInt(5)]
                                % 1_000_000_000))
                .limit(1_000);
    }

    @ParameterizedTest
    @MethodSource("instants")
    void readsWhatIsWritten(Instant instant) {
        assertThat(Json.mapper().readValue(Json.mapper().writeValueAsBytes(instant), Instant.class))
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-02-29T00:00:00Z\"",
                "\"2026-02-28T24:00:00Z\"",
                "\"2026-02-28T23:59:60Z\"",
                "\"2026-02-28T23:60:00Z\"",
                "\"2026-13-01T00:00:00Z\"",
                "\"2026-00-01T00:00:00Z\"",
                "\"2026-10-01T09:30:00.Z\"",
                "\"2026-10-01T09:30:00.1234567890Z\"",
                "\"2026-10-01T09:30:00.123456789Z\"",
                "\"2026-10-01T09:30:00,5Z\"",
                "\"2026-10-01T09:30:00+02:00\"",
                "\"2026-10-01T09:30:00.5+0200\"",
                "\"2026-10-01t09:30:00z\"",
                "\"2026-10-01 09:30:00Z\"",
                "\"2026-10-01T09:30Z\"",
                "\"2026-10-01T09:3x:00Z\"",
                "\"2026-10-01T-9:30:00Z\"",
                "\"+12026-10-01T09:30:00Z\"",
                "\"-0001-10-01T09:30:00Z\"",
                "\"٢٠٢٦-10-01T09:30:00Z\"",
                "\"2026-10-01\"",
                "\" 2026-10-01T09:30:00Z\"",
                "\"Z\"",
                "\"\"",
                "\"yesterday\"",
                "null",
                "1790000000",
                "1790000000.25",
                "true",
                "{}"
            })
    void readsOrRefusesAnythingElseAsJacksonDoes(String json) {
        assertThat(read(Json.mapper(), json)).isEqualTo(read(JACKSON, json));
    }

    @Test
    void readsInstantsInTheBinaryForm() {
        var instant = Instant.parse("2026-10-01T09:30:00.123Z");

        var bytes = Json.binaryMapper().writeValueAsBytes(instant);

        assertThat(Json.binaryMapper().readValue(bytes, Instant.class)).isEqualTo(instant);
    }

    /** The instant, or the message of the error. */
    private static Object read(JsonMapper mapper, String json) {
        try {
            return String.valueOf(mapper.readValue(json, Instant.class));
        } catch (JacksonException e) {
            return e.getOriginalMessage();
        }
    }
}
