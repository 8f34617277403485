package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The orders of this task's handles, one entry for each source and order number. A purchase without an order number is an order of its
 * own and has no entry. Orders of earlier builds have no entry: their rows stay counted one by one.
 */
public final class HandleOrderStore {

    private static final int BATCH_SIZE = 500;

    private final KeyValueStore<String, OrderLedger> store;

    /** Opens the store. */
    public HandleOrderStore(ProcessorContext<?, ?> context) {
        this.store = context.getStateStore(HandleStores.HANDLE_ORDER);
    }

    /** Adds an engagement of a handle to its order and returns the change of the ledgers; empty if it is no row of an order. */
    public LedgerBundle add(String handle, EngagementReceived engagement) {
        var row = OrderLedger.of(engagement);
        var order = engagement.value() == null ? null : engagement.value().orderId();
        if (row.isEmpty() || order == null) {
            return row.contribution();
        }
        var key = handle + TopicKeys.SEPARATOR + TopicKeys.join(engagement.source(), order);
        @Nullable OrderLedger known = store.get(key);
        var before = known == null ? OrderLedger.EMPTY : known;
        var after = before.plus(row);
        store.put(key, after);
        return after.contribution().minus(before.contribution());
    }

    /** Deletes the orders of a handle. */
    public void delete(String handle) {
        while (deleteBatch(StoreKeys.prefixOf(handle), StoreKeys.prefixEnd(handle))) {
            // A batch at a time bounds the memory.
        }
    }

    private boolean deleteBatch(String from, String to) {
        var keys = new ArrayList<String>();
        try (var orders = store.range(from, to)) {
            while (orders.hasNext() && keys.size() < BATCH_SIZE) {
                keys.add(orders.next().key);
            }
        }
        keys.forEach(store::delete);
        return keys.size() == BATCH_SIZE;
    }
}
