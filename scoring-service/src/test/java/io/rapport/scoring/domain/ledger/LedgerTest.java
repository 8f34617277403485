package io.rapport.scoring.domain.ledger;

import static io.rapport.scoring.domain.ledger.Given.inbound;
import static io.rapport.scoring.domain.ledger.Given.ledger;
import static io.rapport.scoring.domain.ledger.Given.outbound;
import static io.rapport.scoring.domain.ledger.Given.promotional;
import static io.rapport.scoring.domain.ledger.Given.said;
import static io.rapport.scoring.domain.ledger.Given.timed;
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

class LedgerTest {

    @Test
    void countsByDayDirectionAndKind() {
        var cells = ledger(
                        inbound(10, EngagementKind.COMMENT),
                        inbound(10, EngagementKind.COMMENT),
                        outbound(10, EngagementKind.COMMENT),
                        inbound(11, EngagementKind.COMMENT))
                .cells();

        assertThat(cells.at(10, LedgerColumns.column(LedgerColumns.INBOUND, EngagementKind.COMMENT)))
                .isEqualTo(2);
        assertThat(cells.at(10, LedgerColumns.column(LedgerColumns.OUTBOUND, EngagementKind.COMMENT)))
                .isEqualTo(1);
        assertThat(cells.at(11, LedgerColumns.column(LedgerColumns.INBOUND, EngagementKind.COMMENT)))
                .isEqualTo(1);
        assertThat(cells.size()).as("and that the reply asked for nothing").isEqualTo(4);
    }

    @Test
    void keepsTimedOutboundApart() {
        var cells = ledger(outbound(10, EngagementKind.CALL), timed(10, EngagementKind.CALL, 30), timed(10, EngagementKind.CALL, 0.5))
                .cells();

        assertThat(cells.at(10, LedgerColumns.column(LedgerColumns.OUTBOUND, EngagementKind.CALL)))
                .isEqualTo(1);
        assertThat(cells.at(10, LedgerColumns.column(LedgerColumns.TIMED, EngagementKind.CALL)))
                .isEqualTo(2);
        assertThat(cells.at(10, LedgerColumns.column(LedgerColumns.MINUTES, EngagementKind.CALL)))
                .isEqualTo(30_500);
    }

    @Test
    void sumsUpPolarities() {
        var cells = ledger(
                        said(10, EngagementKind.COMMENT, 0.5),
                        said(10, EngagementKind.REPLY, 0.04),
                        said(10, EngagementKind.REPLY, -0.05),
                        said(10, EngagementKind.REPLY, 0))
                .cells();

        assertThat(cells.at(10, LedgerColumns.JUDGED)).isEqualTo(4);
        assertThat(cells.at(10, LedgerColumns.POSITIVE_SUM)).isEqualTo(540_000);
        assertThat(cells.at(10, LedgerColumns.NEGATIVE_SUM)).isEqualTo(50_000);
        assertThat(cells.at(10, LedgerColumns.SQUARES)).isEqualTo(250_000_000_000L + 1_600_000_000L + 2_500_000_000L);
        assertThat(cells.at(10, LedgerColumns.POSITIVE)).isEqualTo(1);
        assertThat(cells.at(10, LedgerColumns.NEGATIVE)).isEqualTo(1);
    }

    @Test
    void tellsWhatSellsFromWhatAsksForNothing() {
        var cells = ledger(outbound(10, EngagementKind.REPLY), outbound(10, EngagementKind.EMAIL), promotional(10, EngagementKind.REPLY))
                .cells();

        assertThat(cells.at(10, LedgerColumns.PROMOTIONAL)).isEqualTo(1);
        assertThat(cells.at(10, LedgerColumns.GIVING)).isEqualTo(1);
    }

    @Test
    void isEmptyAgainWhenAllIsTakenAway() {
        var entry = said(-3, EngagementKind.REVIEW, -0.7);

        assertThat(ledger(entry).minus(entry)).isEqualTo(Ledger.EMPTY);
        assertThat(ledger(entry).minus(entry).isEmpty()).isTrue();
        assertThat(ledger(entry).isEmpty()).isFalse();
    }

    @Test
    void knowsItsLastDay() {
        assertThat(ledger(inbound(12, EngagementKind.VISIT), inbound(9, EngagementKind.VISIT)).lastDay())
                .isEqualTo(12);
        assertThat(Ledger.EMPTY.lastDay()).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void hasAColumnForEveryKind() {
        assertThat(EngagementKind.values()).hasSizeLessThanOrEqualTo(LedgerColumns.BLOCK);
    }

    @Property
    void doesNotDependOnTheOrderOfArrival(@ForAll("histories") List<Entry> entries, @ForAll Random random) {
        var shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);

        assertThat(ledger(shuffled)).isEqualTo(ledger(entries)).hasSameHashCodeAs(ledger(entries));
    }

    @Property
    void doesNotDependOnBatches(@ForAll("histories") List<Entry> first, @ForAll("histories") List<Entry> second) {
        var together = new ArrayList<>(first);
        together.addAll(second);

        assertThat(ledger(first).plus(ledger(second))).isEqualTo(ledger(together));
    }

    @Property
    void aMergeAndASplitGiveBackWhatWasThereAndWhatCameLater(
            @ForAll("histories") List<Entry> ann,
            @ForAll("histories") List<Entry> bob,
            @ForAll("histories") List<Entry> laterOfBob) {
        var merged = ledger(ann).plus(ledger(bob)).plus(ledger(laterOfBob));
        var bobs = ledger(bob).plus(ledger(laterOfBob));

        assertThat(merged.minus(bobs)).isEqualTo(ledger(ann));
        assertThat(merged.minus(ledger(ann))).isEqualTo(bobs);
    }

    @Provide
    Arbitrary<List<Entry>> histories() {
        return Given.histories();
    }
}
