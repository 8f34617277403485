package io.rapport.scoring.topology.person.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** State of earlier versions is readable; state of later versions is rejected. */
class PersonStateSerdeTest {

    private static final EngagementLedger LEDGER = EngagementLedger.EMPTY.plus(
            new LedgerEntry(20_500, Direction.INBOUND, EngagementKind.SHARE, false, 0, LedgerEntry.NOT_JUDGED));
    private static final BrandLedger SERIES = BrandLedger.ofPost(
            new LedgerEntry(20_500, Direction.OUTBOUND, EngagementKind.POST, true, 0, LedgerEntry.NOT_JUDGED));

    private static final ScoringTarget TARGET = new ScoringTarget(20_500, "standard-1");

    @Test
    void readsPersonStateOfVersion1() {
        var first = new BinaryWriter(1)
                .bytes(EngagementLedger.CODEC.encode(LEDGER))
                .flag(true)
                .number(3L)
                .number(20_500)
                .text("DAY_TURNED")
                .bytes(BrandLedger.CODEC.encode(BrandLedger.EMPTY));
        first.number(7L).number(1000L).flag(false).flag(true);
        first.number(12.5).text("LIKES").text("COOL").flag(true).number(20_499).number(6L);
        first.flag(false);

        var read = PersonState.SERDE.read().apply(first.toBytes());

        var summary = new PublishedScore(12.5, Stage.LIKES, WarmthClass.COOL, true, 20_499, 6);
        assertThat(read)
                .isEqualTo(new PersonState(
                        LedgerBundle.of(LEDGER),
                        true,
                        3,
                        new PersonState.LastJudgement(TARGET, ChangeReason.DAY_TURNED, BrandLedger.EMPTY),
                        new PublicationState(7, 1000, false, summary, null)));
        assertThat(PersonState.SERDE.read().apply(PersonState.SERDE.write().apply(read)))
                .isEqualTo(read);
    }

    @Test
    void readsBrandPartialOfVersion1WithSeries() {
        var first = new BinaryWriter(1)
                .number(20_500)
                .text(null)
                .flag(true)
                .number(5L)
                .text("ENGAGEMENT")
                .bytes(BrandLedger.CODEC.encode(SERIES))
                .toBytes();

        assertThat(BrandPartial.SERDE.read().apply(first))
                .isEqualTo(new BrandPartial(TARGET, 0, null, 0, true, 5, ChangeReason.ENGAGEMENT, SERIES));
    }

    @Test
    void readsBrandPartialOfVersion2DuringAWalk() {
        var second = new BinaryWriter(2)
                .number(20_500)
                .text("a|b|c")
                .flag(true)
                .number(5L)
                .constant(ChangeReason.DAY_TURNED)
                .bytes(BrandLedger.CODEC.encode(SERIES))
                .toBytes();

        var read = BrandPartial.SERDE.read().apply(second);

        var walk = new BrandPartial.RescoringWalk("a|b|c", ChangeReason.DAY_TURNED);
        assertThat(read).isEqualTo(new BrandPartial(TARGET, 0, walk, 0, true, 5, ChangeReason.DAY_TURNED, SERIES));
        assertThat(BrandPartial.SERDE.read().apply(BrandPartial.SERDE.write().apply(read)))
                .isEqualTo(read);
    }

    @Test
    void readsPersonDeltaOfVersion1() {
        var first = new BinaryWriter(1).text("ENGAGEMENT").bytes(EngagementLedger.CODEC.encode(LEDGER));

        assertThat(PersonDelta.SERDE.read().apply(first.toBytes()))
                .isEqualTo(new PersonDelta(ChangeReason.ENGAGEMENT, LedgerBundle.of(LEDGER)));
    }

    @Test
    void rejectsUnknownVersions() {
        assertThatThrownBy(() -> PersonDelta.SERDE.read().apply(new BinaryWriter(99).toBytes()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 99");
        assertThatThrownBy(() -> PersonDelta.SERDE.read().apply(new byte[0]))
                .isInstanceOf(SerializationException.class);
    }
}
