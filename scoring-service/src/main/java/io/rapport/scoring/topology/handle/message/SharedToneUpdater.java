package io.rapport.scoring.topology.handle.message;

import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.topology.cascade.state.SharedTone;
import io.rapport.scoring.topology.handle.state.HandleLedgerUpdater;
import io.rapport.scoring.topology.handle.state.HandleMessage;
import io.rapport.scoring.topology.handle.state.HandleStores;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Applies the tone of a shared message to the share without words that passes it on. */
public final class SharedToneUpdater {

    private final HandleLedgerUpdater handles;
    private final KeyValueStore<String, HandleMessage> store;
    private final KeyValueStore<String, String> due;

    /**
     * Opens the stores.
     *
     * @param personDeltas receives the changes of people's ledgers
     */
    public SharedToneUpdater(ProcessorContext<?, ?> context, Consumer<Record<String, PersonDelta>> personDeltas) {
        this.handles = new HandleLedgerUpdater(context, personDeltas);
        this.store = context.getStateStore(HandleStores.HANDLE_MESSAGE);
        this.due = context.getStateStore(HandleStores.MESSAGE_DUE);
    }

    /** Applies a tone to its share; a stale or equal tone is ignored. */
    public void apply(String handle, SharedTone shared, long timestamp) {
        var key = HandleMessages.key(handle, shared.engagement());
        var message = store.get(key);
        var isStale = message == null
                || !message.link().isEstablished()
                || message.link().round() != shared.round()
                || message.tone() == shared.tone();
        if (!isStale) {
            handles.add(
                    handle,
                    EngagementLedgerChanges.sharedToneChange(message.position().day(), message.tone(), shared.tone()),
                    timestamp);
            store.put(key, message.withTone(shared.tone()));
            due.put(key, StoreKeys.successor(key));
        }
    }
}
