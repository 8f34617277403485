package io.rapport.scoring.topology;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reference reading of a person's engagements: what is left of their orders in the end, in decimals and without code of the
 * domain. An order has one currency.
 */
final class ReferenceOrders {

    /** All engagements but rows of orders and refunds, and one purchase for each day of an order that stands. */
    final List<EngagementReceived> settled = new ArrayList<>();
    /** Amounts to subtract from sales: refunds without an order, and what refunds exceed their order by. */
    final List<EngagementReceived> refunds = new ArrayList<>();
    /** Line items of orders that were taken back. */
    final List<EngagementReceived> reversed = new ArrayList<>();

    ReferenceOrders(List<EngagementReceived> engagements) {
        var orders = new LinkedHashMap<List<String>, List<EngagementReceived>>();
        for (var e : engagements) {
            if (e.kind() != EngagementKind.PURCHASE || e.direction() != Direction.INBOUND) {
                settled.add(e);
            } else if (e.value() == null || e.value().orderId() == null) {
                (isRefund(e) ? refunds : settled).add(e);
            } else {
                var order = List.of(e.handleKey().key(), e.source(), e.value().orderId());
                orders.computeIfAbsent(order, key -> new ArrayList<>()).add(e);
            }
        }
        orders.values().forEach(this::settle);
    }

    private void settle(List<EngagementReceived> rows) {
        var items = new TreeMap<LocalDate, List<EngagementReceived>>();
        rows.stream()
                .filter(row -> !isRefund(row))
                .forEach(row -> items.computeIfAbsent(row.effectiveDay(), day -> new ArrayList<>())
                        .add(row));
        if (items.isEmpty()) {
            rows.forEach(row -> refunds.add(copy(row, row.value().amount(), rows)));
            return;
        }
        var net = total(rows);
        if (net.signum() <= 0 && rows.stream().anyMatch(ReferenceOrders::isRefund)) {
            items.values().forEach(reversed::addAll);
            refunds.add(copy(items.firstEntry().getValue().get(0), net, rows));
            return;
        }
        var back = total(rows.stream().filter(ReferenceOrders::isRefund).toList());
        for (var day : items.descendingMap().values()) {
            var amount = total(day);
            var taken = back.max(amount.negate());
            back = back.subtract(taken);
            var isPriced = day.stream().anyMatch(row -> row.value().amount() != null);
            settled.add(copy(day.get(0), isPriced ? amount.add(taken) : null, rows));
        }
    }

    private static EngagementReceived copy(EngagementReceived row, BigDecimal amount, List<EngagementReceived> rows) {
        var referredBy = rows.stream()
                .map(each -> each.value().referredBy())
                .filter(Objects::nonNull)
                .findAny()
                .orElse(null);
        return EngagementReceivedBuilder.builder(row)
                .value(new EngagementValue(amount, row.value().currency(), null, null, null, referredBy))
                .build();
    }

    static boolean isRefund(EngagementReceived e) {
        return e.value() != null
                && e.value().amount() != null
                && e.value().amount().signum() < 0;
    }

    private static BigDecimal total(List<EngagementReceived> rows) {
        return rows.stream()
                .map(row -> row.value().amount())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Map<String, ReferenceOrders> of(Map<String, List<EngagementReceived>> people) {
        var orders = new TreeMap<String, ReferenceOrders>();
        people.forEach((person, all) -> orders.put(person, new ReferenceOrders(all)));
        return orders;
    }
}
