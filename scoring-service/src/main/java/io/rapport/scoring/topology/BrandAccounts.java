package io.rapport.scoring.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Collects what this task's handles add to each brand, and sends it on at most once a second. */
final class BrandAccounts {

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, PendingAccounts> store;

    BrandAccounts(ProcessorContext<String, Object> context) {
        this.context = context;
        this.store = context.getStateStore(HandleTopology.BRAND_ACCOUNTS);
    }

    void add(String brand, AccountsChange change) {
        var before = store.get(brand);
        store.put(brand, (before == null ? PendingAccounts.NONE : before).plus(change));
    }

    void send(long now) {
        for (var brand : due(now)) {
            context.forward(new Record<>(brand.key, brand.value.change(), now));
            store.put(brand.key, brand.value.sent(now));
        }
    }

    private List<KeyValue<String, PendingAccounts>> due(long now) {
        var due = new ArrayList<KeyValue<String, PendingAccounts>>();
        try (var all = store.all()) {
            all.forEachRemaining(brand -> {
                if (brand.value.pending() && Pace.rested(brand.value.sentAt(), now)) {
                    due.add(brand);
                }
            });
        }
        return due;
    }
}
