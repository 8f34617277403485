package io.rapport.scoring.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerFixtures;
import io.rapport.scoring.domain.service.OpenConversations;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LedgerBundleTest {

    private static final LedgerBundle SAMPLE = new LedgerBundle(
            LedgerFixtures.ledger(LedgerFixtures.inbound(20_000, EngagementKind.PURCHASE)),
            ValueFixtures.value(List.of(ValueFixtures.purchase(20_000, "1", "EUR", null))),
            OpenConversations.of(1_700_000_000_000L));
    private static final String VERSION_2 =
            "02" + "019c80f10402" + "01c0b8020103455552" + "00a09c0102" + "0180a0abfef96202";

    @Property
    void isMovedBetweenPeopleWithoutLoss(
            @ForAll("histories") List<EngagementReceived> ann,
            @ForAll("histories") List<EngagementReceived> bob,
            @ForAll List<Long> asked) {
        var bobs = ValueFixtures.holdings(bob);
        for (var at : asked) {
            bobs = bobs.plus(new LedgerBundle(EngagementLedger.EMPTY, ValueLedger.EMPTY, OpenConversations.of(at)));
        }
        var anns = ValueFixtures.holdings(ann);

        assertThat(anns.plus(bobs)).isEqualTo(bobs.plus(anns));
        assertThat(anns.plus(bobs).minus(bobs)).isEqualTo(anns);
        assertThat(LedgerBundle.EMPTY.minus(bobs).plus(bobs).isEmpty()).isTrue();
        assertThat(bobs.open().count()).isEqualTo(asked.size());
        assertThat(LedgerBundle.CODEC.decode(LedgerBundle.CODEC.encode(bobs))).isEqualTo(bobs);
    }

    @Test
    void readsAndWritesVersion2() {
        assertThat(HexFormat.of().formatHex(LedgerBundle.CODEC.encode(SAMPLE))).isEqualTo(VERSION_2);
        assertThat(LedgerBundle.CODEC.decode(HexFormat.of().parseHex(VERSION_2)))
                .isEqualTo(SAMPLE);
    }

    @Test
    void readsVersion1WithAnEngagementLedgerOnly() {
        assertThat(LedgerBundle.CODEC.decode(EngagementLedger.CODEC.encode(SAMPLE.ledger())))
                .isEqualTo(LedgerBundle.of(SAMPLE.ledger()));
    }

    @Test
    void rejectsTruncatedBytesAndOtherVersions() {
        var bytes = LedgerBundle.CODEC.encode(SAMPLE);
        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> LedgerBundle.CODEC.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> LedgerBundle.CODEC.decode(new byte[] {9}))
                .hasMessage("This ledger bundle has version 9; this code reads version 2");
    }

    @Provide
    Arbitrary<List<EngagementReceived>> histories() {
        return ValueFixtures.histories();
    }
}
