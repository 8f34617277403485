package io.rapport.scoring.domain.value;

import static io.rapport.scoring.domain.value.ValueFixtures.engagement;
import static io.rapport.scoring.domain.value.ValueFixtures.holdings;
import static io.rapport.scoring.domain.value.ValueFixtures.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.ledger.LedgerFixtures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PersonValueTest {

    private static final int DAY = LedgerFixtures.START + 100;

    @Test
    void aPurchaseIsSharedByTheAgeOfItsTouches() {
        var credit = credit(
                touch(DAY, Direction.OUTBOUND, EngagementKind.REPLY),
                touch(DAY - 7, Direction.INBOUND, EngagementKind.COMMENT),
                touch(DAY - 7, Direction.INBOUND, EngagementKind.COMMENT),
                purchase(DAY, "100", "EUR", null));

        assertThat(credit)
                .containsOnly(
                        Map.entry("", 0L),
                        Map.entry("OUTBOUND REPLY", 500_000L),
                        Map.entry("INBOUND COMMENT", 500_000L));
    }

    @Test
    void roundingUsesTheLargestRemainder() {
        var credit = credit(
                touch(DAY, Direction.INBOUND, EngagementKind.REPLY),
                touch(DAY, Direction.INBOUND, EngagementKind.COMMENT),
                touch(DAY, Direction.OUTBOUND, EngagementKind.COMMENT),
                purchase(DAY, "0.0002", "EUR", null));

        assertThat(credit)
                .containsOnly(
                        Map.entry("", 0L),
                        Map.entry("INBOUND COMMENT", 1L),
                        Map.entry("INBOUND REPLY", 1L),
                        Map.entry("OUTBOUND COMMENT", 0L));
    }

    @Test
    void onlyTouchesOfTheNinetyDaysBeforeGetCredit() {
        assertThat(credit(
                        touch(DAY, Direction.INBOUND, EngagementKind.VISIT),
                        touch(DAY, Direction.INBOUND, EngagementKind.UNFOLLOW),
                        touch(DAY - 90, Direction.OUTBOUND, EngagementKind.REPLY),
                        touch(DAY + 1, Direction.OUTBOUND, EngagementKind.REPLY),
                        purchase(DAY - 1, "5", "EUR", null),
                        purchase(DAY, "100", "EUR", null)))
                .isEmpty();
    }

    @Test
    void timedTouchesCountAsTheirKind() {
        var minutes = new EngagementValue(null, null, 30.0, null, null, null);

        assertThat(credit(
                        engagement("phone", DAY - 89, Direction.OUTBOUND, EngagementKind.CALL, minutes),
                        purchase(DAY, "-3", "EUR", null)))
                .containsOnly(Map.entry("OUTBOUND CALL", -30_000L));
    }

    @Property(tries = 300)
    void sharesAddUpToThePurchaseAndFollowTheFormula(@ForAll("histories") List<EngagementReceived> history) {
        var person = holdings(history);
        var credit = AssistedSales.of(person, Integer.MIN_VALUE, Integer.MAX_VALUE - 1);

        person.value().sums().forEach((sale, sum) -> {
            if (sale.stream() == ValueKind.DIRECT_SALES) {
                var shares = new HashMap<String, Double>();
                credit.sums().forEach((cell, share) -> {
                    if (cell.day() == sale.day()
                            && cell.unit().equals(sale.unit())
                            && !cell.label().isEmpty()) {
                        shares.put(cell.label(), (double) share.amount());
                    }
                });
                var expected = formula(history, sale.day(), sum.amount());
                assertThat(expected.keySet()).containsAll(shares.keySet());
                expected.forEach((label, share) ->
                        assertThat(shares.getOrDefault(label, 0.0)).isCloseTo(share, within(1.001)));
                if (!shares.isEmpty()) {
                    assertThat(shares.values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum())
                            .isEqualTo(sum.amount());
                }
            }
        });
    }

    @Property(tries = 300)
    void changesAddUpToTheFinalContribution(
            @ForAll("histories") List<EngagementReceived> ann, @ForAll("histories") List<EngagementReceived> bob) {
        var brand = ValueLedger.EMPTY;
        var person = LedgerBundle.EMPTY;
        for (var engagement : ann) {
            var after = person.plus(holdings(List.of(engagement)));
            brand = brand.plus(PersonValue.change(person, after));
            person = after;
        }
        var merged = person.plus(holdings(bob));
        brand = brand.plus(PersonValue.change(person, merged));
        var both = new ArrayList<>(bob);
        both.addAll(ann);
        assertThat(brand).isEqualTo(PersonValue.change(LedgerBundle.EMPTY, holdings(both)));

        brand = brand.plus(PersonValue.change(merged, merged.minus(person)));
        assertThat(brand).isEqualTo(PersonValue.change(LedgerBundle.EMPTY, holdings(bob)));
    }

    private static Map<String, Double> formula(List<EngagementReceived> history, int day, long amount) {
        var weights = new HashMap<String, Double>();
        for (var touch : history) {
            var age = day - (int) touch.effectiveDay().toEpochDay();
            var isTouch =
                    switch (touch.kind()) {
                        case VISIT, PURCHASE, UNFOLLOW, POST -> false;
                        default -> true;
                    };
            if (isTouch && age >= 0 && age < 90) {
                weights.merge(touch.direction() + " " + touch.kind(), Math.pow(2, -age / 7.0), Double::sum);
            }
        }
        var all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((label, weight) -> amount * weight / all);
        return weights;
    }

    private static Map<String, Long> credit(EngagementReceived... history) {
        var credit = new HashMap<String, Long>();
        AssistedSales.of(holdings(List.of(history)), DAY, DAY)
                .sums()
                .forEach((cell, sum) -> credit.put(cell.label(), sum.amount()));
        return credit;
    }

    private static EngagementReceived touch(int day, Direction direction, EngagementKind kind) {
        return engagement("x", day, direction, kind, null);
    }

    @Provide
    Arbitrary<List<EngagementReceived>> histories() {
        return ValueFixtures.histories();
    }
}
