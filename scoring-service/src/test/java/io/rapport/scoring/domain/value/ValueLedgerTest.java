package io.rapport.scoring.domain.value;

import static io.rapport.scoring.domain.value.ValueFixtures.inbound;
import static io.rapport.scoring.domain.value.ValueFixtures.purchase;
import static io.rapport.scoring.domain.value.ValueFixtures.search;
import static io.rapport.scoring.domain.value.ValueFixtures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValueLedgerTest {

    private static final ValueLedger SAMPLE =
            value(List.of(purchase(20_000, "12.5", "EUR", "bob"), search(20_001, "coffee"), search(20_001, "coffee")));
    private static final String VERSION_1 = "0103" + "c0b8020103455552" + "00" + "90a10f02" + "000303455552" + "00"
            + "90a10f02" + "020400" + "06636f66666565" + "0004";

    @Test
    void sumsPurchasesByDayAndCurrencyAndReferralsSeparately() {
        var ledger = value(List.of(
                purchase(10, "12.50", "EUR", null),
                purchase(10, "0.00005", "EUR", null),
                purchase(10, "7", "EUR", "bob"),
                purchase(10, "100", "NOK", null)));

        assertThat(ledger.sums())
                .containsOnly(
                        entry(new Cell(10, ValueKind.DIRECT_SALES, "EUR", ""), new Sum(195_000, 3)),
                        entry(new Cell(10, ValueKind.DIRECT_SALES, "NOK", ""), new Sum(1_000_000, 1)),
                        entry(new Cell(10, ValueKind.REFERRAL, "EUR", ""), new Sum(70_000, 1)));
    }

    @Test
    void countsVisitsAfterASearchByKeywordInLowerCase() {
        var ledger = value(
                List.of(search(10, " Coffee Near ME"), search(10, "coffee near me"), search(10, "x".repeat(900))));

        assertThat(ledger.sums())
                .containsOnly(
                        entry(new Cell(10, ValueKind.SEARCH_COST_AVOIDED, "", "coffee near me"), new Sum(0, 2)),
                        entry(new Cell(10, ValueKind.SEARCH_COST_AVOIDED, "", "x".repeat(200)), new Sum(0, 1)));
    }

    @Test
    void ignoresOtherEngagements() {
        var huge = new EngagementValue(new BigDecimal("1e30"), "EUR", null, null, null, null);
        var uncertain = new EngagementValue(BigDecimal.TEN, null, null, null, null, null);
        var keyword = new EngagementValue(null, null, null, "coffee", null, null);
        var bought = new EngagementValue(BigDecimal.TEN, "EUR", null, null, null, null);

        assertThat(value(List.of(
                        inbound("web", 10, EngagementKind.PURCHASE, huge),
                        inbound("web", 10, EngagementKind.PURCHASE, uncertain),
                        inbound("web", 10, EngagementKind.PURCHASE, null),
                        inbound("web", 10, EngagementKind.VISIT, keyword),
                        inbound("search", 10, EngagementKind.COMMENT, keyword),
                        ValueFixtures.engagement("web", 10, Direction.OUTBOUND, EngagementKind.PURCHASE, bought))))
                .isEqualTo(ValueLedger.EMPTY);
    }

    @Property
    void isACommutativeGroup(
            @ForAll("histories") List<EngagementReceived> ann,
            @ForAll("histories") List<EngagementReceived> bob,
            @ForAll Random random) {
        var shuffled = new ArrayList<>(ann);
        Collections.shuffle(shuffled, random);
        shuffled.addAll(0, bob);

        assertThat(value(shuffled))
                .isEqualTo(value(ann).plus(value(bob)))
                .isEqualTo(value(bob).plus(value(ann)));
        assertThat(value(shuffled).minus(value(ann))).isEqualTo(value(bob)).hasSameHashCodeAs(value(bob));
        assertThat(value(ann).minus(value(ann)).isEmpty()).isTrue();
        var days = Arrays.stream(value(ann).days()).mapToObj(value(ann)::ofDay);
        assertThat(days.reduce(ValueLedger.EMPTY, ValueLedger::plus)).isEqualTo(value(ann));
    }

    @Property
    void roundTripsThroughBytes(@ForAll("histories") List<EngagementReceived> history) {
        var ledger = value(history);
        var negative = ValueLedger.EMPTY.minus(ledger);

        assertThat(ValueLedger.CODEC.decode(ValueLedger.CODEC.encode(ledger))).isEqualTo(ledger);
        assertThat(ValueLedger.CODEC.decode(ValueLedger.CODEC.encode(negative))).isEqualTo(negative);
    }

    @Test
    void readsAndWritesVersion1() {
        assertThat(HexFormat.of().formatHex(ValueLedger.CODEC.encode(SAMPLE))).isEqualTo(VERSION_1);
        assertThat(ValueLedger.CODEC.decode(HexFormat.of().parseHex(VERSION_1))).isEqualTo(SAMPLE);
    }

    @Test
    void rejectsTruncatedBytesAndOtherVersions() {
        var bytes = ValueLedger.CODEC.encode(SAMPLE);
        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ValueLedger.CODEC.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ValueLedger.CODEC.decode(new byte[] {7, 0}))
                .hasMessage("This value ledger has version 7; this code reads version 1");
    }

    @Provide
    Arbitrary<List<EngagementReceived>> histories() {
        return ValueFixtures.histories();
    }
}
