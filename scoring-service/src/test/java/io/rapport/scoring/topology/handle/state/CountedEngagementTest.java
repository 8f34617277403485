package io.rapport.scoring.topology.handle.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.service.ConversationRole;
import io.rapport.scoring.domain.service.ConversationTurn;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.content.MessageReference.Role;
import io.rapport.scoring.topology.content.MessageReference.Target;
import io.rapport.scoring.topology.handle.state.CountedEngagement.CountedUptake;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedEngagementTest {

    private static final LedgerEntry ENTRY =
            new LedgerEntry(20_513, Direction.INBOUND, EngagementKind.REVIEW, false, 0, LedgerEntry.NOT_JUDGED);

    @Test
    void takesTenBytesForAPlainEngagement() {
        assertThat(encoded(plain())).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void decodesWhatItEncoded() {
        var outbound =
                new LedgerEntry(-3, Direction.OUTBOUND, EngagementKind.MEETING, true, 90_000, LedgerEntry.NOT_JUDGED);
        var full = new CountedEngagement(
                Long.MAX_VALUE,
                null,
                outbound,
                new ConversationTurn(Long.MIN_VALUE, 1_773_562_860_000L, -3, ConversationRole.PRIVATE_ANSWER),
                ValueLedger.EMPTY,
                new OrderRow(OrderLedger.EMPTY, null),
                new CountedUptake(
                        List.of("p1", "m | 2"),
                        1_773_562_860_000L,
                        List.of(
                                new Target(Role.REPLY, "p1"),
                                new Target(Role.ATTENDEE, "fair"),
                                new Target(Role.REFERRED, "ada"))),
                1_773_562_860_001L,
                7);
        for (var counted : List.of(
                plain(),
                full,
                CountedEngagement.withheld(3, EngagementOutcome.WITHDRAWN, ENTRY, CountedUptake.NONE, Long.MIN_VALUE),
                CountedEngagement.withheld(0, EngagementOutcome.POST, outbound, full.uptake(), 5),
                // The form of earlier builds, which did not keep contacts.
                CountedEngagement.withheld(
                        0, EngagementOutcome.POST, outbound, full.uptake().withoutContacts(), 5))) {
            assertThat(CountedEngagementCodec.CODEC.decode(encoded(counted))).isEqualTo(counted);
        }
    }

    private static CountedEngagement plain() {
        return new CountedEngagement(
                0, null, ENTRY, null, ValueLedger.EMPTY, OrderRow.NONE, CountedUptake.NONE, Long.MIN_VALUE, 0);
    }

    private static byte[] encoded(CountedEngagement counted) {
        return CountedEngagementCodec.CODEC.encode(counted);
    }
}
