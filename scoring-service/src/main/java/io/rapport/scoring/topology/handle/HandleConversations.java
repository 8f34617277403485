package io.rapport.scoring.topology.handle;

import io.rapport.scoring.domain.service.Conversations;
import io.rapport.scoring.domain.service.OpenConversations;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.service.Turn;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The conversations of this task's handles: of those who have any, so that the others pay nothing. */
final class HandleConversations {

    private static final Conversations.Change NOTHING =
            new Conversations.Change(Conversations.NONE, ServiceLedger.EMPTY, OpenConversations.EMPTY);

    private final KeyValueStore<String, Conversations> store;

    HandleConversations(ProcessorContext<String, Object> context) {
        this.store = context.getStateStore(HandleTopology.HANDLE_CONVERSATIONS);
    }

    /** Takes a handle's turn, if it is one, and tells what it changes. */
    Conversations.Change take(String handle, @Nullable Turn turn) {
        if (turn == null) {
            return NOTHING;
        }
        var change = of(handle).plus(turn);
        store.put(handle, change.after());
        return change;
    }

    /** What all of a handle's conversations come to. */
    ServiceLedger service(String handle) {
        return of(handle).service();
    }

    void forget(String handle) {
        store.delete(handle);
    }

    private Conversations of(String handle) {
        var known = store.get(handle);
        return known == null ? Conversations.NONE : known;
    }
}
