package io.rapport.identity.domain.person;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import java.time.Instant;

/**
 * A handle as stored.
 *
 * @param state the state that is or will be published; its version is the optimistic lock
 * @param profileAsOf the event time of the profile
 * @param unpublished whether this state is in the outbox
 */
public record StoredHandle(HandleAssigned state, Instant profileAsOf, boolean unpublished) {

    /** The key of the handle. */
    public HandleKey key() {
        return state.handleKey();
    }

    /** The next state, to be published. */
    public StoredHandle withState(HandleAssigned next) {
        return new StoredHandle(next, profileAsOf, true);
    }
}
