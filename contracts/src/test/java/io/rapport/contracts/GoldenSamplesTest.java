package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What any released version wrote, this version reads and writes back; what a later version may write, it reads. */
class GoldenSamplesTest {

    @ParameterizedTest
    @MethodSource("io.rapport.contracts.GoldenSample#all")
    void readsAndWritesBackUnchanged(GoldenSample sample) {
        var written = WireFormat.MAPPER.readTree(WireFormat.MAPPER.writeValueAsBytes(sample.event()));

        assertThat(WireFormat.saysTheSame(sample.json(), written))
                .as("%s became %s", sample.json(), written)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.rapport.contracts.GoldenSample#all")
    void writesAndReadsBackUnchanged(GoldenSample sample) {
        assertThat(reread(WireFormat.MAPPER, sample)).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("io.rapport.contracts.GoldenSample#all")
    void ignoresFieldsItDoesNotKnow(GoldenSample sample) {
        var later = LaterVersion.withAnotherField();

        assertThat(later.writeValueAsString(sample.event())).contains("\"notYetKnown\":{");
        assertThat(reread(later, sample)).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("io.rapport.contracts.GoldenSample#all")
    void readsValuesItDoesNotKnowAsUnknown(GoldenSample sample) {
        var later = LaterVersion.withEnumsAs(value -> "NOT_YET_" + value.name());
        var unknown = LaterVersion.withEnumsAs(value -> unknown(value).name());

        assertThat(reread(later, sample)).isEqualTo(reread(unknown, sample));
    }

    private static Record reread(JsonMapper writer, GoldenSample sample) {
        return WireFormat.MAPPER.readValue(writer.writeValueAsBytes(sample.event()), sample.recordType());
    }

    private static Enum<?> unknown(Enum<?> value) {
        return Stream.of(value.getDeclaringClass().getEnumConstants())
                .filter(GoldenSamplesTest::isDefault)
                .findAny()
                .orElseThrow();
    }

    private static boolean isDefault(Enum<?> value) {
        try {
            return value.getDeclaringClass().getField(value.name()).isAnnotationPresent(JsonEnumDefaultValue.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }
}
