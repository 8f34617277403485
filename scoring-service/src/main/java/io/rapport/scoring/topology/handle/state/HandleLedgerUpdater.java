package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Applies later changes of counted engagements to the ledgers of handles and of their people. */
public final class HandleLedgerUpdater {

    private final Consumer<Record<String, PersonDelta>> personDeltas;
    private final KeyValueStore<String, HandleState> store;

    /**
     * Opens the store.
     *
     * @param personDeltas receives the changes of people's ledgers
     */
    public HandleLedgerUpdater(ProcessorContext<?, ?> context, Consumer<Record<String, PersonDelta>> personDeltas) {
        this.personDeltas = personDeltas;
        this.store = context.getStateStore(HandleStores.HANDLE_LEDGER);
    }

    /** Returns the state of a handle; the new state for an unknown one. */
    public HandleState get(String handle) {
        @Nullable HandleState known = store.get(handle);
        return known == null ? HandleState.NEW : known;
    }

    /** Adds a change to the ledger of a handle and sends it to the person it is assigned to. */
    public void add(String handle, EngagementLedger change, long timestamp) {
        @Nullable HandleState before = store.get(handle);
        // A handle without state was erased: its ledger is gone.
        if (change.isEmpty() || before == null) {
            return;
        }
        var after = before.withLedgerChange(change);
        store.put(handle, after);
        var person = after.scoredPerson();
        if (person != null) {
            var key = StoreKeys.brandOf(handle) + StoreKeys.suffix(person);
            personDeltas.accept(
                    new Record<>(key, new PersonDelta(ChangeReason.ENGAGEMENT, LedgerBundle.of(change)), timestamp));
        }
    }
}
