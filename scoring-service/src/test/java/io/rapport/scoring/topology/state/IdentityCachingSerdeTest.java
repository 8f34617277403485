package io.rapport.scoring.topology.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class IdentityCachingSerdeTest {

    private int reads;
    private final Serde<String> serde = new BinarySerde<String>(text -> text.getBytes(UTF_8), bytes -> {
                reads++;
                return new String(bytes, UTF_8);
            })
            .cached();

    @Test
    void cachesWrittenValues() {
        assertThat(read(write("a"))).isEqualTo("a");
        assertThat(reads).isZero();
    }

    @Test
    void cachesByIdentityNotByEquality() {
        var bytes = "a".getBytes(UTF_8);

        assertThat(read(bytes)).isEqualTo("a");
        assertThat(read(bytes)).isEqualTo("a");
        assertThat(reads).isEqualTo(1);
        assertThat(read(bytes.clone())).isEqualTo("a");
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void returnsTheRightValueDespiteCollisions() {
        var written = new ArrayList<byte[]>();
        for (var n = 0; n < 10_000; n++) {
            written.add(write("value " + n));
        }
        for (var n = 0; n < written.size(); n++) {
            assertThat(read(written.get(n))).isEqualTo("value " + n);
        }
    }

    @Test
    void keepsNull() {
        assertThat(write(null)).isNull();
        assertThat(read(null)).isNull();
    }

    private byte[] write(String value) {
        return serde.serializer().serialize("topic", value);
    }

    private String read(byte[] bytes) {
        return serde.deserializer().deserialize("topic", bytes);
    }
}
