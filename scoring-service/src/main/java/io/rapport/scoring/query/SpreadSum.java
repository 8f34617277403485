package io.rapport.scoring.query;

import io.rapport.scoring.domain.spread.SpreadLedger;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up the messages that the spread of several days reads, by day. */
final class SpreadSum {

    private final TreeSet<Integer> asOf;
    private final TreeMap<Integer, SpreadLedger> byDay = new TreeMap<>();

    /** Begins without messages, for figures of these epoch days. */
    SpreadSum(List<Integer> asOf) {
        this.asOf = new TreeSet<>(asOf);
    }

    void add(SpreadLedger message) {
        for (var day : message.days()) {
            var next = asOf.ceiling(day);
            if (next != null && next - day < SpreadLedger.DAYS_KEPT) {
                byDay.merge(day, message.ofDay(day), SpreadLedger::plus);
            }
        }
    }

    SpreadLedger sum() {
        return sum(List.copyOf(byDay.values()));
    }

    /** Adds halves first, so that the work grows with the number of cells and the logarithm of the number of days. */
    private static SpreadLedger sum(List<SpreadLedger> days) {
        if (days.size() < 2) {
            return days.isEmpty() ? SpreadLedger.EMPTY : days.get(0);
        }
        var half = days.size() / 2;
        return sum(days.subList(0, half)).plus(sum(days.subList(half, days.size())));
    }
}
