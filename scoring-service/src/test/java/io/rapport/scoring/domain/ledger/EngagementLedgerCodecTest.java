package io.rapport.scoring.domain.ledger;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.day;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.inbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.judged;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.ledger;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.outbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.engagement.EngagementKind;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EngagementLedgerCodecTest {

    /** Stored form of version 1, which must stay readable. Do not change. */
    private static final String VERSION_1 = "010a88a8ff040221025b0202a0c21e0180c4d2d4d103020202028c47023d0220a8c301";

    private static final EngagementLedger SAMPLE = ledger(
            judged(day("2026-01-05"), EngagementKind.COMMENT, -0.25),
            outbound(day("2026-01-05"), EngagementKind.REPLY),
            timed(day("2026-02-10"), EngagementKind.CALL, 12.5),
            inbound(day("2026-02-10"), EngagementKind.INTRODUCTION));

    @Test
    void writesVersion1() {
        assertThat(HexFormat.of().formatHex(EngagementLedger.CODEC.encode(SAMPLE)))
                .isEqualTo(VERSION_1);
    }

    @Test
    void readsVersion1() {
        assertThat(EngagementLedger.CODEC.decode(HexFormat.of().parseHex(VERSION_1)))
                .isEqualTo(SAMPLE);
    }

    @Property
    void roundTripsThroughBytes(@ForAll("histories") List<LedgerEntry> entries) {
        var ledger = ledger(entries);

        assertThat(EngagementLedger.CODEC.decode(EngagementLedger.CODEC.encode(ledger)))
                .isEqualTo(ledger);
        var negative = EngagementLedger.EMPTY.minus(ledger);
        assertThat(EngagementLedger.CODEC.decode(EngagementLedger.CODEC.encode(negative)))
                .isEqualTo(negative);
    }

    @Test
    void roundTripsDaysBefore1970AndTheEmptyLedger() {
        var old = ledger(inbound(-40_000, EngagementKind.VISIT), inbound(-39_000, EngagementKind.VISIT));

        assertThat(EngagementLedger.CODEC.decode(EngagementLedger.CODEC.encode(old)))
                .isEqualTo(old);
        assertThat(EngagementLedger.CODEC.decode(EngagementLedger.CODEC.encode(EngagementLedger.EMPTY)))
                .isEqualTo(EngagementLedger.EMPTY);
    }

    @Test
    void aDayOfOneKindTakesFewBytes() {
        var ledger = EngagementLedger.EMPTY;
        for (int i = 0; i < 100; i++) {
            ledger = ledger.plus(inbound(20_000 + 9 * i, EngagementKind.COMMENT));
        }

        assertThat(EngagementLedger.CODEC.encode(ledger)).hasSizeLessThanOrEqualTo(400);
    }

    @Test
    void rejectsOtherVersions() {
        assertThatThrownBy(() -> EngagementLedger.CODEC.decode(new byte[] {9, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This engagement ledger has version 9; this code reads version 1");
    }

    @Test
    void rejectsTruncationAtEveryPosition() {
        var bytes = EngagementLedger.CODEC.encode(SAMPLE);
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> EngagementLedger.CODEC.decode(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("truncated");
        }
    }

    @Test
    void rejectsCorruptBytes() {
        assertRejected("010000", "1 bytes after the end");
        assertRejected("01020202" + "0002", "do not ascend");
        assertRejected("01010200", "holds 0");
        assertRejected("0101fe0302", "unknown column 255");
        assertRejected("0101ffffffffffffffffffff02", "more than 64 bits");
        assertRejected("0101ffffffffffffffff7f02", "day out of range");
    }

    private static void assertRejected(String hex, String reason) {
        assertThatThrownBy(() -> EngagementLedger.CODEC.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return LedgerFixtures.histories();
    }
}
