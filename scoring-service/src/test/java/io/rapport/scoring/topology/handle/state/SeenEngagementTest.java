package io.rapport.scoring.topology.handle.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SeenEngagementTest {

    /** Written by version 1, which stored only hashes; must remain readable. */
    private static final String VERSION_1 = "0123456789abcdef";
    /** Written by version 2; must remain readable. */
    private static final String VERSION_2 =
            "020101010123456789abcdef000000070000503afffc2f700000000000000009000000000000000340000000000000000000000000000005";

    @Test
    void readsVersion1() {
        assertThat(read(VERSION_1)).isEqualTo(new SeenEngagement(0x0123456789abcdefL, null, null));
    }

    @Test
    void readsAndWritesVersion2() {
        var all = new SeenEngagement(
                0x0123456789abcdefL,
                new SeenEngagement.SeenText(7, 20538, -250_000, 9),
                new SeenEngagement.AppliedCorrection(3, 2.0, 5));

        assertThat(read(VERSION_2)).isEqualTo(all);
        assertThat(hex(all)).isEqualTo(VERSION_2);
    }

    @Test
    void decodesWhatItEncoded() {
        for (var seen : new SeenEngagement[] {
            new SeenEngagement(5L, null, null),
            new SeenEngagement(5L, new SeenEngagement.SeenText(1, -3, 0, Long.MIN_VALUE), null),
            new SeenEngagement(null, null, new SeenEngagement.AppliedCorrection(1, -0.25, 17)),
            new SeenEngagement(5L, null, new SeenEngagement.AppliedCorrection(1, -0.25, 17))
        }) {
            assertThat(read(hex(seen))).isEqualTo(seen);
        }
    }

    @Test
    void takesEightBytesWithoutText() {
        assertThat(hex(new SeenEngagement(5L, null, null))).hasSize(16);
    }

    private static SeenEngagement read(String hex) {
        return SeenEngagement.SERDE.read().apply(HexFormat.of().parseHex(hex));
    }

    private static String hex(SeenEngagement seen) {
        return HexFormat.of().formatHex(SeenEngagement.SERDE.write().apply(seen));
    }
}
