package io.rapport.scoring.domain.brand;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.STANDARD;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.day;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.inbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.ledger;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.promotional;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrandLedgerCodecTest {

    /** Stored form of version 1, which must stay readable. Do not change. */
    private static final String VERSION_1 =
            "010894a4830502a70e02140220f02e1b0401020102820102100202040201b6e8f4140a02020203020202030206020102040202040902010204020204";

    private static final int TODAY = day("2026-05-20");
    private static final BrandLedger SAMPLE = sample();

    @Test
    void writesVersion1() {
        assertThat(HexFormat.of().formatHex(BrandLedger.CODEC.encode(SAMPLE))).isEqualTo(VERSION_1);
    }

    @Test
    void readsVersion1() {
        assertThat(BrandLedger.CODEC.decode(HexFormat.of().parseHex(VERSION_1))).isEqualTo(SAMPLE);
    }

    @Test
    void rejectsOtherVersionsAndCorruptBytes() {
        assertRejected("020000", "This brand ledger has version 2; this code reads version 1");
        assertRejected("01", "Corrupt brand ledger of 1 bytes: truncated");
        assertRejected("010000ff", "1 bytes after the end");
        assertRejected("01018e0202" + "00", "unknown column 135");
        assertRejected("0100" + "01e00102", "unknown column 112");
    }

    @Test
    void historyChangesAreCountedByTheirFirstDayAndKept() {
        var changed = SAMPLE.plus(BrandLedger.ofHistoryChange(TODAY - 400))
                .plus(BrandLedger.ofHistoryChange(TODAY - 3))
                .plus(BrandLedger.ofHistoryChange(TODAY - 3))
                .plus(BrandLedger.ofHistoryChange())
                .trimmed(TODAY);
        var read = BrandLedger.CODEC.decode(BrandLedger.CODEC.encode(changed));

        assertThat(read).isEqualTo(changed);
        for (var ledger : List.of(read, read.withoutPeople())) {
            assertThat(ledger.historyChanges()).isEqualTo(SAMPLE.historyChanges() + 4);
            assertThat(ledger.historyChangesUpTo(TODAY - 401)).isZero();
            assertThat(ledger.historyChangesUpTo(TODAY - 4)).isEqualTo(1);
            assertThat(ledger.historyChangesUpTo(TODAY)).isEqualTo(3);
        }
        assertThat(read.people()).isEqualTo(SAMPLE.people());
        assertThat(read.days()).isEqualTo(SAMPLE.trimmed(TODAY).days());
        assertThat(BrandScore.of(read, TODAY, STANDARD)).isEqualTo(BrandScore.of(SAMPLE, TODAY, STANDARD));
    }

    @Test
    void trimmingKeeps181Days() {
        var brand = PersonContribution.series(
                ledger(
                        inbound(TODAY - 181, EngagementKind.COMMENT),
                        inbound(TODAY - 180, EngagementKind.COMMENT),
                        inbound(TODAY + 1, EngagementKind.COMMENT)),
                STANDARD);

        assertThat(brand.trimmed(TODAY).days()).containsExactly(TODAY - 180, TODAY + 1);
    }

    @Test
    void subtractingFromATrimmedDayIsTrimmedToo() {
        var old = PersonContribution.series(ledger(inbound(TODAY - 200, EngagementKind.COMMENT)), STANDARD);

        assertThat(old.trimmed(TODAY).minus(old).trimmed(TODAY)).isEqualTo(BrandLedger.EMPTY);
    }

    private static BrandLedger sample() {
        var ledger = ledger(
                inbound(TODAY, EngagementKind.COMMENT),
                inbound(TODAY - 8, EngagementKind.REVIEW),
                timed(TODAY - 1, EngagementKind.REPLY, 3),
                promotional(TODAY - 1, EngagementKind.EMAIL));
        return PersonContribution.series(ledger, STANDARD)
                .plus(PersonContribution.snapshot(ledger, RelationshipScore.of(ledger, TODAY, true, STANDARD)));
    }

    private static void assertRejected(String hex, String reason) {
        assertThatThrownBy(() -> BrandLedger.CODEC.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
