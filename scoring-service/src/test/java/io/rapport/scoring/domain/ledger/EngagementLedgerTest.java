package io.rapport.scoring.domain.ledger;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.inbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.judged;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.ledger;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.outbound;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.promotional;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.timed;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.EngagementKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EngagementLedgerTest {

    @Test
    void countsByDayDirectionAndKind() {
        var cells = ledger(
                        inbound(10, EngagementKind.COMMENT),
                        inbound(10, EngagementKind.COMMENT),
                        outbound(10, EngagementKind.COMMENT),
                        inbound(11, EngagementKind.COMMENT))
                .cells();

        assertThat(cells.valueAt(10, EngagementColumns.column(EngagementColumns.INBOUND, EngagementKind.COMMENT)))
                .isEqualTo(2);
        assertThat(cells.valueAt(10, EngagementColumns.column(EngagementColumns.OUTBOUND, EngagementKind.COMMENT)))
                .isEqualTo(1);
        assertThat(cells.valueAt(11, EngagementColumns.column(EngagementColumns.INBOUND, EngagementKind.COMMENT)))
                .isEqualTo(1);
        assertThat(cells.size()).as("and that the reply asked for nothing").isEqualTo(4);
    }

    @Test
    void keepsTimedOutboundSeparate() {
        var cells = ledger(
                        outbound(10, EngagementKind.CALL),
                        timed(10, EngagementKind.CALL, 30),
                        timed(10, EngagementKind.CALL, 0.5))
                .cells();

        assertThat(cells.valueAt(10, EngagementColumns.column(EngagementColumns.OUTBOUND, EngagementKind.CALL)))
                .isEqualTo(1);
        assertThat(cells.valueAt(10, EngagementColumns.column(EngagementColumns.TIMED, EngagementKind.CALL)))
                .isEqualTo(2);
        assertThat(cells.valueAt(10, EngagementColumns.column(EngagementColumns.MINUTES, EngagementKind.CALL)))
                .isEqualTo(30_500);
    }

    @Test
    void sumsPolarities() {
        var cells = ledger(
                        judged(10, EngagementKind.COMMENT, 0.5),
                        judged(10, EngagementKind.REPLY, 0.04),
                        judged(10, EngagementKind.REPLY, -0.05),
                        judged(10, EngagementKind.REPLY, 0))
                .cells();

        assertThat(cells.valueAt(10, EngagementColumns.JUDGED)).isEqualTo(4);
        assertThat(cells.valueAt(10, EngagementColumns.POSITIVE_SUM)).isEqualTo(540_000);
        assertThat(cells.valueAt(10, EngagementColumns.NEGATIVE_SUM)).isEqualTo(50_000);
        assertThat(cells.valueAt(10, EngagementColumns.SQUARES))
                .isEqualTo(250_000_000_000L + 1_600_000_000L + 2_500_000_000L);
        assertThat(cells.valueAt(10, EngagementColumns.POSITIVE)).isEqualTo(1);
        assertThat(cells.valueAt(10, EngagementColumns.NEGATIVE)).isEqualTo(1);
    }

    @Test
    void countsPromotionalAndGivingOutbound() {
        var cells = ledger(
                        outbound(10, EngagementKind.REPLY),
                        outbound(10, EngagementKind.EMAIL),
                        promotional(10, EngagementKind.REPLY))
                .cells();

        assertThat(cells.valueAt(10, EngagementColumns.PROMOTIONAL)).isEqualTo(1);
        assertThat(cells.valueAt(10, EngagementColumns.GIVING)).isEqualTo(1);
    }

    @Test
    void isEmptyAfterSubtractingEverything() {
        var entry = judged(-3, EngagementKind.REVIEW, -0.7);

        assertThat(ledger(entry).minus(entry)).isEqualTo(EngagementLedger.EMPTY);
        assertThat(ledger(entry).minus(entry).isEmpty()).isTrue();
        assertThat(ledger(entry).isEmpty()).isFalse();
    }

    @Test
    void returnsTheLastDay() {
        assertThat(ledger(inbound(12, EngagementKind.VISIT), inbound(9, EngagementKind.VISIT))
                        .lastDay())
                .isEqualTo(12);
        assertThat(EngagementLedger.EMPTY.lastDay()).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void hasAColumnForEveryKind() {
        assertThat(EngagementKind.values()).hasSizeLessThanOrEqualTo(EngagementColumns.BLOCK);
    }

    @Property
    void doesNotDependOnTheOrderOfArrival(@ForAll("histories") List<LedgerEntry> entries, @ForAll Random random) {
        var shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);

        assertThat(ledger(shuffled)).isEqualTo(ledger(entries)).hasSameHashCodeAs(ledger(entries));
    }

    @Property
    void doesNotDependOnBatches(
            @ForAll("histories") List<LedgerEntry> first, @ForAll("histories") List<LedgerEntry> second) {
        var together = new ArrayList<>(first);
        together.addAll(second);

        assertThat(ledger(first).plus(ledger(second))).isEqualTo(ledger(together));
    }

    @Property
    void mergeThenSplitRestoresBothLedgers(
            @ForAll("histories") List<LedgerEntry> ann,
            @ForAll("histories") List<LedgerEntry> bob,
            @ForAll("histories") List<LedgerEntry> laterOfBob) {
        var merged = ledger(ann).plus(ledger(bob)).plus(ledger(laterOfBob));
        var bobs = ledger(bob).plus(ledger(laterOfBob));

        assertThat(merged.minus(bobs)).isEqualTo(ledger(ann));
        assertThat(merged.minus(ledger(ann))).isEqualTo(bobs);
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return LedgerFixtures.histories();
    }
}
