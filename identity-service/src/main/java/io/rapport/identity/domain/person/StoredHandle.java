package io.rapport.identity.domain.person;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import java.time.Instant;

/**
 * A handle as it is stored.
 *
 * @param state what is, or is to be, published; its version is also what concurrent changes are told apart by
 * @param profileAsOf how recent the profile is, in the time of events
 * @param unpublished whether this state is still to be published
 */
public record StoredHandle(HandleAssigned state, Instant profileAsOf, boolean unpublished) {

    /** The handle. */
    public HandleKey key() {
        return state.handleKey();
    }

    /** A new state of this handle, to be published. */
    public StoredHandle withState(HandleAssigned next) {
        return new StoredHandle(next, profileAsOf, true);
    }
}
