package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.domain.service.ConversationHistory;
import io.rapport.scoring.domain.service.ConversationTurn;
import io.rapport.scoring.domain.service.DismissalMark;
import io.rapport.scoring.domain.service.OpenConversations;
import io.rapport.scoring.domain.service.ServiceLedger;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The conversations of this task's handles; handles without conversations and dismissals have no entry. */
public final class HandleConversationStore {

    private static final ConversationHistory.Change NOTHING =
            new ConversationHistory.Change(ConversationHistory.EMPTY, ServiceLedger.EMPTY, OpenConversations.EMPTY);

    private final KeyValueStore<String, ConversationHistory> store;

    /** Opens the store. */
    public HandleConversationStore(ProcessorContext<?, ?> context) {
        this.store = context.getStateStore(HandleStores.HANDLE_CONVERSATIONS);
    }

    /** Adds a turn of a handle and returns the change; a null turn changes nothing. */
    public ConversationHistory.Change add(String handle, @Nullable ConversationTurn turn) {
        if (turn == null) {
            return NOTHING;
        }
        var change = get(handle).plus(turn);
        store.put(handle, change.after());
        return change;
    }

    /** Takes a turn of a handle back and returns the change; a null turn changes nothing. */
    public ConversationHistory.Change subtract(String handle, @Nullable ConversationTurn turn) {
        if (turn == null) {
            return NOTHING;
        }
        var change = get(handle).minus(turn);
        store.put(handle, change.after());
        return change;
    }

    /** Replaces the dismissal mark of a handle, also of one without conversations, and returns the change. */
    public ConversationHistory.Change dismiss(String handle, DismissalMark mark) {
        var change = get(handle).withMark(mark);
        store.put(handle, change.after());
        return change;
    }

    /** Returns the answers in all conversations of a handle. */
    public ServiceLedger serviceLedger(String handle) {
        return get(handle).serviceLedger();
    }

    /** Deletes the conversations of a handle. */
    public void delete(String handle) {
        store.delete(handle);
    }

    private ConversationHistory get(String handle) {
        var known = store.get(handle);
        return known == null ? ConversationHistory.EMPTY : known;
    }
}
