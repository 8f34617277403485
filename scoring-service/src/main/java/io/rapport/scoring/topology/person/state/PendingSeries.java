package io.rapport.scoring.topology.person.state;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Pending changes of the brands' series, by day, so that the cost of an event does not grow with the number of pending days.
 */
final class PendingSeries {

    private final KeyValueStore<String, BrandLedger> store;

    PendingSeries(KeyValueStore<String, BrandLedger> store) {
        this.store = store;
    }

    void add(String brand, BrandLedger series) {
        for (var day : series.days()) {
            var key = StoreKeys.prefixOf(brand) + day;
            var waiting = store.get(key);
            var change = series.seriesOn(day);
            store.put(key, waiting == null ? change : waiting.plus(change));
        }
    }

    /** Removes and returns the pending changes of a brand. */
    BrandLedger poll(String brand) {
        var keys = new ArrayList<String>();
        var sum = BrandLedger.EMPTY;
        try (var days = store.range(StoreKeys.prefixOf(brand), StoreKeys.prefixEnd(brand))) {
            while (days.hasNext()) {
                var day = days.next();
                keys.add(day.key);
                sum = sum.plus(day.value);
            }
        }
        keys.forEach(store::delete);
        return sum;
    }
}
