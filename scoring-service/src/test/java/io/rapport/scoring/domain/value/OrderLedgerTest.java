package io.rapport.scoring.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderLedgerTest {

    private static final int DAY = 20_000;

    /**
     * Rows are {@code amount currency@day}; an amount or a currency may be missing. Purchases, taken-back purchases and sales are
     * {@code n@day} and {@code amount currency x count@day}.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "one row                      | 50 EUR@1                         | 1@1     | -   | 50 EUR x1@1",
                "line items                   | 20 EUR@1, 20 EUR@1, 10 EUR@1     | 1@1     | -   | 50 EUR x1@1",
                "line items of two days       | 20 EUR@1, 30 EUR@2               | 1@1 1@2 | -   | 20 EUR x1@1, 30 EUR x1@2",
                "line items of two currencies | 20 EUR@1, 30 USD@1               | 1@1     | -   | 20 EUR x1@1, 30 USD x1@1",
                "full refund                  | 50 EUR@1, -50 EUR@5              | -       | 1@1 | -",
                "full refund in parts         | 50 EUR@1, -20 EUR@3, -30 EUR@5   | -       | 1@1 | -",
                "refund of every line item    | 20 EUR@1, 30 EUR@1, -20 EUR@2, -30 EUR@2 | - | 1@1 | -",
                "cancelled on its day         | 50 EUR@1, -50 EUR@1              | -       | 1@1 | -",
                "partial refund               | 50 EUR@1, -20 EUR@5              | 1@1     | -   | 30 EUR x1@1",
                "refund before its order      | -50 EUR@1, 50 EUR@3              | -       | 1@3 | -",
                "refund of an unknown order   | -50 EUR@5                        | -       | -   | -50 EUR x0@5",
                "more back than was paid      | 50 EUR@1, -60 EUR@5              | -       | 1@1 | -10 EUR x0@1",
                "refund of the latest day     | 20 EUR@1, 30 EUR@4, -30 EUR@5    | 1@1 1@4 | -   | 20 EUR x1@1, 0 EUR x1@4",
                "refund across days           | 20 EUR@1, 30 EUR@4, -40 EUR@5    | 1@1 1@4 | -   | 10 EUR x1@1, 0 EUR x1@4",
                "full refund of two days      | 20 EUR@1, 30 EUR@4, -50 EUR@5    | -       | 1@1 1@4 | -",
                "one currency refunded        | 20 EUR@1, 30 USD@1, -30 USD@5    | 1@1     | -   | 20 EUR x1@1, 0 USD x1@1",
                "both currencies refunded     | 20 EUR@1, 30 USD@1, -30 USD@5, -20 EUR@6 | - | 1@1 | -",
                "refund in another currency   | 50 USD@1, -45 EUR@5              | 1@1     | -   | -45 EUR x0@1, 50 USD x1@1",
                "bought again after a refund  | 50 EUR@1, -50 EUR@5, 40 EUR@6    | 1@1 1@6 | -   | 40 EUR x1@1, 0 EUR x1@6",
                "gift of amount zero          | 0 EUR@1                          | 1@1     | -   | 0 EUR x1@1",
                "discount line of a full price| 50 EUR@1, -10 EUR@1              | 1@1     | -   | 40 EUR x1@1",
                "no amount                    | EUR@1                            | 1@1     | -   | -",
                "no amount, then refunded     | EUR@1, -50 EUR@5                 | -       | 1@1 | -50 EUR x0@1",
                "no currency                  | 50@1                             | 1@1     | -   | -",
                "no currency, refunded        | 50@1, -50@2                      | -       | 1@1 | -",
                "amount beyond all reason     | 1000000000001 EUR@1              | 1@1     | -   | -",
                "shipping not paid back       | 50 EUR@1, 5 EUR@1, -50 EUR@5     | 1@1     | -   | 5 EUR x1@1",
            })
    void countsOrdersNotRows(String name, String rows, String purchases, String takenBack, String sales) {
        var orders = Arrays.stream(rows.split(", ")).map(OrderLedgerTest::row).toList();
        for (var arrival : List.of(orders, reversed(orders))) {
            var bundle = sum(arrival).contribution();

            assertThat(counts(bundle, purchaseColumn())).isEqualTo(expected(purchases));
            assertThat(counts(bundle, EngagementColumns.REVERSED_PURCHASES)).isEqualTo(expected(takenBack));
            assertThat(sales(bundle, ValueKind.DIRECT_SALES)).isEqualTo(sales == null ? "" : sales);
        }
    }

    @Test
    void referredOrderBringsReferralValueLessItsRefunds() {
        var order = sum(List.of(purchase("50 EUR@1", "bob"), purchase("20 EUR@1", null), purchase("-10 EUR@3", null)));

        assertThat(sales(order.contribution(), ValueKind.REFERRAL)).isEqualTo("60 EUR x1@1");
    }

    @Test
    void onlyInboundPurchasesAreRows() {
        var value = new EngagementValue(BigDecimal.TEN, "EUR", null, null, "A", null);
        var comment = ValueFixtures.inbound("web", DAY, EngagementKind.COMMENT, value);
        var outbound = ValueFixtures.engagement("web", DAY, Direction.OUTBOUND, EngagementKind.PURCHASE, value);

        assertThat(OrderLedger.of(comment)).isEqualTo(OrderLedger.EMPTY);
        assertThat(OrderLedger.of(outbound)).isEqualTo(OrderLedger.EMPTY);
        assertThat(OrderLedger.EMPTY.contribution()).isEqualTo(LedgerBundle.EMPTY);
    }

    @Property(tries = 500)
    void contributionFollowsFromTheFinalOrderInAnyOrderOfArrival(
            @ForAll("orders") List<EngagementReceived> rows, @ForAll Random random) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        var order = OrderLedger.EMPTY;
        var ledgers = LedgerBundle.EMPTY;
        for (var row : shuffled) {
            var before = order.contribution();
            order = order.plus(OrderLedger.of(row));
            ledgers = ledgers.plus(order.contribution()).minus(before);
        }

        assertThat(ledgers).isEqualTo(order.contribution());
        assertThat(order).isEqualTo(sum(rows));
        assertThat(OrderLedger.CODEC.decode(OrderLedger.CODEC.encode(order))).isEqualTo(order);
        assertFinalOrder(rows, ledgers);
    }

    @Property(tries = 300)
    void refundNeverRaisesACountAndLowersSalesByItsAmount(
            @ForAll("orders") List<EngagementReceived> rows, @ForAll("refunds") EngagementReceived refund) {
        var before = sum(rows).contribution();
        var after = sum(rows).plus(OrderLedger.of(refund)).contribution();

        counts(after, purchaseColumn())
                .forEach((day, n) -> assertThat(n)
                        .isLessThanOrEqualTo(counts(before, purchaseColumn()).get(day)));
        assertThat(total(after, "EUR") - total(before, "EUR"))
                .isEqualTo(OrderLedger.of(refund)
                        .rows()
                        .sums()
                        .values()
                        .iterator()
                        .next()
                        .amount());
    }

    @Property(tries = 300)
    void rowsCanBeSubtractedAgain(
            @ForAll("orders") List<EngagementReceived> rows, @ForAll("orders") List<EngagementReceived> others) {
        assertThat(sum(rows).plus(sum(others)).minus(sum(others))).isEqualTo(sum(rows));
        assertThat(sum(rows).minus(sum(rows)).isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<EngagementReceived>> orders() {
        var day = Arbitraries.integers().between(1, 4);
        var amount = Arbitraries.of("50", "20", "30", "0", "-20", "-30", "-50");
        return Combinators.combine(amount, Arbitraries.of("EUR", "USD"), day)
                .as((a, currency, d) -> row(a + " " + currency + "@" + d))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    @Provide
    Arbitrary<EngagementReceived> refunds() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(1, 5))
                .as((amount, day) -> row("-" + amount + " EUR@" + day));
    }

    /** Compares with sums over the final rows, in decimals and without code of orders. */
    private static void assertFinalOrder(List<EngagementReceived> rows, LedgerBundle ledgers) {
        var net = new HashMap<String, BigDecimal>();
        var sold = new TreeMap<Integer, Long>();
        var soldCurrencies = new java.util.HashSet<String>();
        var isRefunded = false;
        for (var row : rows) {
            net.merge(row.value().currency(), row.value().amount(), BigDecimal::add);
            if (row.value().amount().signum() < 0) {
                isRefunded = true;
            } else {
                sold.put((int) row.effectiveDay().toEpochDay(), 1L);
                soldCurrencies.add(row.value().currency());
            }
        }
        var stands = !isRefunded
                || soldCurrencies.stream()
                        .anyMatch(currency -> net.get(currency).signum() > 0);
        assertThat(counts(ledgers, purchaseColumn())).isEqualTo(stands ? sold : Map.of());
        assertThat(counts(ledgers, EngagementColumns.REVERSED_PURCHASES)).isEqualTo(stands ? Map.of() : sold);
        net.forEach((currency, amount) ->
                assertThat(BigDecimal.valueOf(total(ledgers, currency), 4)).isEqualByComparingTo(amount));
    }

    private static int purchaseColumn() {
        return EngagementColumns.INBOUND + EngagementKind.PURCHASE.ordinal();
    }

    private static OrderLedger sum(List<EngagementReceived> rows) {
        return rows.stream().map(OrderLedger::of).reduce(OrderLedger.EMPTY, OrderLedger::plus);
    }

    private static long total(LedgerBundle bundle, String currency) {
        return bundle.value().sums().entrySet().stream()
                .filter(sum -> sum.getKey().unit().equals(currency) && sum.getKey().stream() == ValueKind.DIRECT_SALES)
                .mapToLong(sum -> sum.getValue().amount())
                .sum();
    }

    private static Map<Integer, Long> counts(LedgerBundle bundle, int column) {
        var counts = new TreeMap<Integer, Long>();
        var cells = bundle.ledger().cells();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.column(i) == column) {
                counts.put(cells.day(i), cells.value(i));
            }
        }
        return counts;
    }

    private static Map<Integer, Long> expected(String counts) {
        var expected = new TreeMap<Integer, Long>();
        for (var count : counts == null ? new String[0] : counts.split(" ")) {
            var parts = count.split("@");
            expected.put(DAY + Integer.parseInt(parts[1]), Long.valueOf(parts[0]));
        }
        return expected;
    }

    private static String sales(LedgerBundle bundle, ValueKind stream) {
        var sales = new ArrayList<String>();
        bundle.value().sums().forEach((Cell cell, Sum sum) -> {
            if (cell.stream() == stream) {
                sales.add(ValueFigures.plain(BigDecimal.valueOf(sum.amount(), 4))
                                .toPlainString() + " " + cell.unit() + " x" + sum.count() + "@" + (cell.day() - DAY));
            }
        });
        return String.join(", ", sales);
    }

    private static List<EngagementReceived> reversed(List<EngagementReceived> rows) {
        var reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    private static EngagementReceived row(String row) {
        return purchase(row, null);
    }

    private static EngagementReceived purchase(String row, String referredBy) {
        var at = row.strip().split("@");
        var money = at[0].split(" ");
        var hasAmount = !money[0].matches("[A-Z]+");
        var currency = hasAmount ? (money.length > 1 ? money[1] : null) : money[0];
        var amount = hasAmount ? new BigDecimal(money[0]) : null;
        return ValueFixtures.inbound(
                "web",
                DAY + Integer.parseInt(at[1]),
                EngagementKind.PURCHASE,
                new EngagementValue(amount, currency, null, null, "A", referredBy));
    }
}
