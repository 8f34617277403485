package io.rapport.scoring.domain.ledger;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.day;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.inbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.ledger;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.outbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.judged;
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

    /** Written by version 1, which must stay readable: never change it. */
    private static final String VERSION_1 = "010a88a8ff040221025b0202a0c21e0180c4d2d4d103020202028c47023d0220a8c301";

    private static final EngagementLedger SAMPLE = ledger(
            judged(day("2026-01-05"), EngagementKind.COMMENT, -0.25),
            outbound(day("2026-01-05"), EngagementKind.REPLY),
            timed(day("2026-02-10"), EngagementKind.CALL, 12.5),
            inbound(day("2026-02-10"), EngagementKind.INTRODUCTION));

    @Test
    void writesVersion1AsItAlwaysWas() {
        assertThat(HexFormat.of().formatHex(EngagementLedgerCodec.encode(SAMPLE))).isEqualTo(VERSION_1);
    }

    @Test
    void readsVersion1() {
        assertThat(EngagementLedgerCodec.decode(HexFormat.of().parseHex(VERSION_1))).isEqualTo(SAMPLE);
    }

    @Property
    void readsWhatItWrote(@ForAll("histories") List<LedgerEntry> entries) {
        var ledger = ledger(entries);

        assertThat(EngagementLedgerCodec.decode(EngagementLedgerCodec.encode(ledger))).isEqualTo(ledger);
        var negative = EngagementLedger.EMPTY.minus(ledger);
        assertThat(EngagementLedgerCodec.decode(EngagementLedgerCodec.encode(negative))).isEqualTo(negative);
    }

    @Test
    void readsDaysBefore1970AndNothing() {
        var old = ledger(inbound(-40_000, EngagementKind.VISIT), inbound(-39_000, EngagementKind.VISIT));

        assertThat(EngagementLedgerCodec.decode(EngagementLedgerCodec.encode(old))).isEqualTo(old);
        assertThat(EngagementLedgerCodec.decode(EngagementLedgerCodec.encode(EngagementLedger.EMPTY))).isEqualTo(EngagementLedger.EMPTY);
    }

    @Test
    void takesFewBytesForADayOfOneKind() {
        var ledger = EngagementLedger.EMPTY;
        for (int i = 0; i < 100; i++) {
            ledger = ledger.plus(inbound(20_000 + 9 * i, EngagementKind.COMMENT));
        }

        assertThat(EngagementLedgerCodec.encode(ledger)).hasSizeLessThanOrEqualTo(400);
    }

    @Test
    void refusesAnotherVersion() {
        assertThatThrownBy(() -> EngagementLedgerCodec.decode(new byte[] {9, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This ledger is of version 9; this code reads version 1");
    }

    @Test
    void refusesWhatIsCutOffAtAnyPlace() {
        var bytes = EngagementLedgerCodec.encode(SAMPLE);
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> EngagementLedgerCodec.decode(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("are no ledger: it is cut off");
        }
    }

    @Test
    void refusesWhatIsNoLedger() {
        refuses("010000", "1 bytes follow its end");
        refuses("01020202" + "0002", "do not ascend");
        refuses("01010200", "holds a zero");
        refuses("0101fe0302", "has a column 255");
        refuses("0101ffffffffffffffffffff02", "a number in it does not end");
        refuses("0101ffffffffffffffff7f02", "has a day");
    }

    private static void refuses(String hex, String why) {
        assertThatThrownBy(() -> EngagementLedgerCodec.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return LedgerFixtures.histories();
    }
}
