package io.rapport.scoring.domain.value;

import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.service.OpenConversations;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rows of one order add to the ledgers of its handle. Refunds are subtracted from the days of the line items, the latest
 * day first, and what exceeds them from the first day. Refunds without a line item are subtracted from their own days.
 */
final class OrderContribution {

    private final TreeSet<Integer> days = new TreeSet<>();
    private final Map<String, TreeMap<Integer, Long>> items = new HashMap<>();
    private final Map<String, TreeMap<Integer, Long>> refunds = new HashMap<>();
    private final SortedMap<Cell, Sum> value = new TreeMap<>();
    private final boolean referred;

    OrderContribution(ValueLedger rows) {
        rows.sums().forEach(this::addRows);
        this.referred = rows.sums().keySet().stream().anyMatch(cell -> cell.stream() == ValueKind.REFERRAL);
    }

    LedgerBundle toBundle() {
        var isReversed = isReversed();
        var ledger = EngagementLedger.EMPTY;
        for (int day : days) {
            ledger = ledger.plus(
                    isReversed ? EngagementLedgerChanges.reversedPurchase(day) : EngagementLedgerChanges.purchase(day));
        }
        items.forEach((currency, amounts) ->
                amounts.forEach((day, amount) -> add(day, currency, new Sum(amount, isReversed ? 0 : 1))));
        refunds.forEach(this::subtract);
        return new LedgerBundle(ledger, ValueLedger.of(value), OpenConversations.EMPTY);
    }

    private void addRows(Cell cell, Sum sum) {
        if (cell.stream() != ValueKind.DIRECT_SALES) {
            return;
        }
        var isRefund = cell.label().equals(OrderLedger.REFUND);
        if (!isRefund) {
            days.add(cell.day());
        }
        (isRefund ? refunds : items)
                .computeIfAbsent(cell.unit(), currency -> new TreeMap<>())
                .put(cell.day(), sum.amount());
    }

    /** Whether there are refunds and nothing is left of the amount in any currency. */
    private boolean isReversed() {
        return !refunds.isEmpty()
                && items.entrySet().stream()
                        .allMatch(amounts -> total(amounts.getValue().values())
                                        + total(refunds.getOrDefault(amounts.getKey(), new TreeMap<>())
                                                .values())
                                <= 0);
    }

    private void subtract(String currency, SortedMap<Integer, Long> amounts) {
        if (days.isEmpty()) {
            amounts.forEach((day, amount) -> add(day, currency, new Sum(amount, 0)));
            return;
        }
        var left = total(amounts.values());
        for (var item :
                items.getOrDefault(currency, new TreeMap<>()).descendingMap().entrySet()) {
            var part = Math.max(left, -item.getValue());
            add(item.getKey(), currency, new Sum(part, 0));
            left -= part;
        }
        add(days.first(), currency, new Sum(left, 0));
    }

    private void add(int day, String currency, Sum sum) {
        if (!currency.isEmpty()) {
            ValueLedger.add(value, new Cell(day, ValueKind.DIRECT_SALES, currency, ""), sum);
            if (referred) {
                ValueLedger.add(value, new Cell(day, ValueKind.REFERRAL, currency, ""), sum);
            }
        }
    }

    private static long total(Collection<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }
}
