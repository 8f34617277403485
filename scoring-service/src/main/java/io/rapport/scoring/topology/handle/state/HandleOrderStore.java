package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.topology.state.KeyRange;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The orders of this task's handles, one entry for each source and order number. A purchase without an order number is an order of its
 * own and has no entry. Orders of earlier builds have no entry: their rows stay counted one by one.
 */
public final class HandleOrderStore {

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
        KeyRange.deleteBelow(store, handle, order -> {});
    }
}
