package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import java.time.Instant;

/**
 * A handle as it is stored.
 *
 * @param state what is, or is to be, published; its version is also what concurrent changes are told apart by
 * @param heard how recent the profile is, in the time of events
 * @param due whether this state is still to be published
 */
public record StoredHandle(HandleAssigned state, Instant heard, boolean due) {

    /** The handle. */
    public HandleKey key() {
        return state.handleKey();
    }

    /** A new state of this handle, to be published. */
    StoredHandle next(HandleAssigned next) {
        return new StoredHandle(next, heard, true);
    }
}
