package io.rapport.scoring.topology.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandLedgerCodec;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.metrics.Outcome;
import io.rapport.scoring.topology.model.Target;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.junit.jupiter.api.Test;

/** What an earlier version sent to brands is still read. */
class BrandFormsTest {

    private static final BrandLedger SERIES =
            BrandLedger.ofPost(new LedgerEntry(20_500, Direction.OUTBOUND, EngagementKind.POST, true, 0, LedgerEntry.NOT_JUDGED));

    @Test
    void figuresOfTheSecondVersion() {
        var second = new BinaryWriter(2)
                .number(4)
                .number(20_500)
                .constant(ChangeReason.ENGAGEMENT)
                .bytes(BrandLedgerCodec.encode(SERIES))
                .toBytes();

        assertThat(FiguresChange.SERDE.read().apply(second))
                .isEqualTo(new FiguresChange(
                        4, new Part(new Target(20_500, "standard-1"), 0, true), ChangeReason.ENGAGEMENT, SERIES));
    }

    @Test
    void accountsOfTheFirstVersionWithoutService() {
        var first = new BinaryWriter(1);
        Tally.EMPTY.plus(Outcome.POST, 2).write(first);
        first.bytes(BrandLedgerCodec.encode(SERIES)).number(20_500);

        assertThat(AccountsChange.SERDE.read().apply(first.toBytes()).posts()).isEqualTo(SERIES);
        assertThat(AccountsChange.SERDE.read().apply(first.toBytes()).lastDay()).isEqualTo(20_500);
    }
}
