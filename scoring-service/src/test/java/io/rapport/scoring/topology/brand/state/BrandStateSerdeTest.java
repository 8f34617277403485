package io.rapport.scoring.topology.brand.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.service.ServiceLedger;
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

    /** A brand of version 3 followed its latest engagement, and had dropped what no later day needs. */
    @Test
    void readsTheDayOfVersion3() {
        var third = new BinaryWriter(3)
                .flag(true)
                .constant(BrandClock.EVENT)
                .text("UTC")
                .number(4L)
                .number(20_500)
                .number(20_500)
                .number(7L);
        OutcomeCounts.EMPTY.plus(EngagementOutcome.POST, 2).write(third);
        third.number(0);
        BrandPublicationState.EMPTY.write(third);

        var state = BrandState.SERDE.read().apply(third.toBytes());

        assertThat(state.calendar()).isEqualTo(new BrandCalendar(20_500, 20_500, 20_500, 7, 20_500, 20_500, null));
        assertThat(BrandState.SERDE.read().apply(BrandState.SERDE.write().apply(state)))
                .isEqualTo(state);
    }

    @Test
    void keepsADecision() {
        var set = new BrandCalendar.DaySetting(20_000, "ops", null, 5, false);
        var state = BrandState.NEW.withCalendar(BrandCalendar.NEW.set(set).withEvents(20_500, 20_000));

        assertThat(BrandState.SERDE
                        .read()
                        .apply(BrandState.SERDE.write().apply(state))
                        .calendar())
                .isEqualTo(state.calendar());
    }

    @Test
    void readsAccountsOfVersion3WithoutVisits() {
        var third = new BinaryWriter(3);
        OutcomeCounts.EMPTY.plus(EngagementOutcome.BOT, 2).write(third);
        third.bytes(BrandLedger.CODEC.encode(SERIES)).bytes(ServiceLedger.CODEC.encode(ServiceLedger.EMPTY));
        BrandActivity.ofRepeated(20_500, EngagementOutcome.BOT).write(third);

        var read = BrandAccountsChange.SERDE.read().apply(third.toBytes());
        assertThat(read.value().isEmpty()).isTrue();
        assertThat(read.posts()).isEqualTo(SERIES);
        assertThat(BrandAccountsChange.SERDE
                        .read()
                        .apply(BrandAccountsChange.SERDE.write().apply(read)))
                .isEqualTo(read);
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
