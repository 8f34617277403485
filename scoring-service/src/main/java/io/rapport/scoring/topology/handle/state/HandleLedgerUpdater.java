package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.topology.handle.HandleTopology;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.state.StoreKeys;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Moves handles' ledgers when more becomes known of what is in them, and with them their people's. */
public final class HandleLedgerUpdater {

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, HandleState> store;

    public HandleLedgerUpdater(ProcessorContext<String, Object> context) {
        this.context = context;
        this.store = context.getStateStore(HandleTopology.HANDLE_LEDGER);
    }

    public HandleState get(String handle) {
        @Nullable HandleState known = store.get(handle);
        return known == null ? HandleState.NEW : known;
    }

    public void add(String handle, EngagementLedger change, long timestamp) {
        @Nullable HandleState before = store.get(handle);
        // Of a handle nobody knows nothing is in a ledger: it was erased.
        if (change.isEmpty() || before == null) {
            return;
        }
        var after = before.withLedgerChange(change);
        store.put(handle, after);
        var person = after.scoredPerson();
        if (person != null) {
            var key = StoreKeys.brandOf(handle) + StoreKeys.suffix(person);
            context.forward(
                    new Record<>(key, new PersonDelta(ChangeReason.ENGAGEMENT, LedgerBundle.of(change)), timestamp));
        }
    }
}
