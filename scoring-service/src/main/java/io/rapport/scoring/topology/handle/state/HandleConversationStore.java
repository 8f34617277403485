package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.topology.handle.HandleTopology;

import io.rapport.scoring.domain.service.ConversationHistory;
import io.rapport.scoring.domain.service.OpenConversations;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.service.ConversationTurn;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The conversations of this task's handles: of those who have any, so that the others pay nothing. */
public final class HandleConversationStore {

    private static final ConversationHistory.Change NOTHING =
            new ConversationHistory.Change(ConversationHistory.EMPTY, ServiceLedger.EMPTY, OpenConversations.EMPTY);

    private final KeyValueStore<String, ConversationHistory> store;

    public HandleConversationStore(ProcessorContext<String, Object> context) {
        this.store = context.getStateStore(HandleTopology.HANDLE_CONVERSATIONS);
    }

    /** Takes a handle's turn, if it is one, and tells what it changes. */
    public ConversationHistory.Change add(String handle, @Nullable ConversationTurn turn) {
        if (turn == null) {
            return NOTHING;
        }
        var change = get(handle).plus(turn);
        store.put(handle, change.after());
        return change;
    }

    /** What all of a handle's conversations come to. */
    public ServiceLedger serviceLedger(String handle) {
        return get(handle).serviceLedger();
    }

    public void delete(String handle) {
        store.delete(handle);
    }

    private ConversationHistory get(String handle) {
        var known = store.get(handle);
        return known == null ? ConversationHistory.EMPTY : known;
    }
}
