package io.rapport.scoring.topology.person.state;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import org.apache.kafka.streams.state.KeyValueStore;

/** What waits to be added to brands' series, each day apart: what an event costs does not grow with the days that wait. */
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

    /** Takes out all that waits for a brand. */
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
