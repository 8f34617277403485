package io.rapport.scoring.topology.brand.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.junit.jupiter.api.Test;

/** Records of earlier versions are readable. */
class BrandStateSerdeTest {

    private static final BrandLedger SERIES = BrandLedger.ofPost(
            new LedgerEntry(20_500, Direction.OUTBOUND, EngagementKind.POST, true, 0, LedgerEntry.NOT_JUDGED));

    @Test
    void readsFiguresOfVersion2() {
        var second = new BinaryWriter(2)
                .number(4)
                .number(20_500)
                .constant(ChangeReason.ENGAGEMENT)
                .bytes(BrandLedger.CODEC.encode(SERIES))
                .toBytes();

        assertThat(BrandFiguresChange.SERDE.read().apply(second))
                .isEqualTo(new BrandFiguresChange(
                        4,
                        new PartitionProgress(new ScoringTarget(20_500, "standard-1"), 0, true),
                        ChangeReason.ENGAGEMENT,
                        SERIES));
    }

    @Test
    void readsAccountsOfVersion1WithoutAnswers() {
        var first = new BinaryWriter(1);
        OutcomeCounts.EMPTY.plus(EngagementOutcome.POST, 2).write(first);
        first.bytes(BrandLedger.CODEC.encode(SERIES)).number(20_500);

        assertThat(BrandAccountsChange.SERDE.read().apply(first.toBytes()).posts())
                .isEqualTo(SERIES);
        assertThat(BrandAccountsChange.SERDE.read().apply(first.toBytes()).activity())
                .isEqualTo(BrandActivity.ofLastDay(20_500));
    }
}
