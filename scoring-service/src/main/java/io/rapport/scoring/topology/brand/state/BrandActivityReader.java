package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.score.AccountBalance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Adds up the engagements of brands by day, from the store that {@link BrandActivityStore} writes. */
public final class BrandActivityReader {

    private BrandActivityReader() {}

    /** Returns the number of engagements after a day, without duplicates and rejected ones. */
    public static long ahead(ReadOnlyKeyValueStore<String, DayActivity> store, String brand, int day) {
        var ahead = 0L;
        try (var range = store.range(BrandDayKeys.keyAfter(brand, day), BrandDayKeys.lastKey(brand))) {
            while (range.hasNext()) {
                ahead += range.next().value.accepted();
            }
        }
        return ahead;
    }

    /**
     * Returns the balances of the engagements up to and including each day, in one pass.
     *
     * @param days epoch days
     * @param all the outcomes of all engagements
     * @return empty if some engagements were counted by a version that did not keep their days
     */
    public static Map<Integer, AccountBalance> balances(
            ReadOnlyKeyValueStore<String, DayActivity> store, String brand, List<Integer> days, OutcomeCounts all) {
        var asked = new TreeSet<>(days);
        var balances = new HashMap<Integer, AccountBalance>();
        var sum = OutcomeCounts.EMPTY;
        try (var range = store.range(BrandDayKeys.key(brand, 0), BrandDayKeys.lastKey(brand))) {
            while (range.hasNext()) {
                var next = range.next();
                closeBefore(BrandDayKeys.dayOf(next.key), asked, sum, balances);
                sum = sum.plus(next.value.outcomes());
            }
        }
        closeBefore(Integer.MAX_VALUE, asked, sum, balances);
        return sum.equals(all) ? balances : Map.of();
    }

    private static void closeBefore(
            int day, TreeSet<Integer> asked, OutcomeCounts sum, Map<Integer, AccountBalance> balances) {
        while (!asked.isEmpty() && asked.first() < day) {
            balances.put(asked.pollFirst(), sum.toAccountBalance(0));
        }
    }
}
