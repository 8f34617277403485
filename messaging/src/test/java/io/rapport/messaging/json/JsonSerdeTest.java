package io.rapport.messaging.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class JsonSerdeTest {

    private final JsonSerde<BrandRegistered> serde = new JsonSerde<>(BrandRegistered.class);

    @Test
    void writesFieldsInOrderAndInstantsAsText() {
        var brand = BrandRegisteredBuilder.builder()
                .agency("a")
                .brand("b")
                .name("B")
                .timeZone("UTC")
                .clock(BrandClock.EVENT)
                .staff(List.of())
                .paidMarkers(List.of())
                .version(1)
                .at(Instant.EPOCH)
                .build();

        assertThat(new String(serde.write(brand), StandardCharsets.UTF_8))
                .isEqualTo("{\"agency\":\"a\",\"brand\":\"b\",\"name\":\"B\",\"timeZone\":\"UTC\",\"clock\":\"EVENT\","
                        + "\"staff\":[],\"paidMarkers\":[],\"version\":1,\"at\":\"1970-01-01T00:00:00Z\"}");
        assertThat(serde.read(serde.write(brand))).isEqualTo(brand);
    }

    @Test
    void readsWhatALaterVersionAdds() {
        var later = "{\"agency\":\"a\",\"brand\":\"b\",\"name\":\"B\",\"timeZone\":\"UTC\",\"clock\":\"LUNAR\","
                + "\"staff\":[],\"paidMarkers\":[],\"version\":1,\"at\":\"1970-01-01T00:00:00Z\",\"mascot\":\"owl\"}";

        assertThat(serde.read(bytes(later)).clock()).isEqualTo(BrandClock.LIVE);
    }

    @Test
    void aTombstoneStaysNull() {
        assertThat(serde.write(null)).isNull();
        assertThat(serde.read(null)).isNull();
    }

    @Test
    void refusesWhatIsNoEventWithoutRepeatingIt() {
        assertThatThrownBy(() -> serde.read(bytes("{\"name\": secret")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Not a BrandRegistered")
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> serde.read(new byte[] {(byte) 0xFF, 0, 1})).isInstanceOf(SerializationException.class);
    }

    @Test
    void refusesBottomlessNesting() {
        var deep = "{\"other\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThatThrownBy(() -> serde.read(bytes(deep)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("depth");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
