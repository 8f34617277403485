package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.topology.state.KeyRange;
import java.util.function.UnaryOperator;
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

    /** Adds a row to the order of a handle and returns the change of the ledgers. */
    public LedgerBundle add(String handle, OrderRow row) {
        return row.order() == null
                ? row.ledger().contribution()
                : replace(key(handle, row.order()), before -> before.plus(row.ledger()));
    }

    /** Takes a row back that was added before, and returns the change of the ledgers. */
    public LedgerBundle subtract(String handle, OrderRow row) {
        return row.order() == null
                ? LedgerBundle.EMPTY.minus(row.ledger().contribution())
                : replace(key(handle, row.order()), before -> before.minus(row.ledger()));
    }

    private LedgerBundle replace(String key, UnaryOperator<OrderLedger> change) {
        @Nullable OrderLedger known = store.get(key);
        var before = known == null ? OrderLedger.EMPTY : known;
        var after = change.apply(before);
        if (after.isEmpty()) {
            store.delete(key);
        } else {
            store.put(key, after);
        }
        return after.contribution().minus(before.contribution());
    }

    private static String key(String handle, String order) {
        return handle + TopicKeys.SEPARATOR + order;
    }

    /** Deletes the orders of a handle. */
    public void delete(String handle) {
        KeyRange.deleteBelow(store, handle, order -> {});
    }
}
