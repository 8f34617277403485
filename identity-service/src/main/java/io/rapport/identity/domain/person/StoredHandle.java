package io.rapport.identity.domain.person;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;

/**
 * A handle as stored.
 *
 * @param state the state that is or will be published; its version is the optimistic lock
 * @param profileTimes the event times of the profile
 * @param unpublished whether this state is in the outbox
 */
public record StoredHandle(HandleAssigned state, ProfileTimes profileTimes, boolean unpublished) {

    /** The key of the handle. */
    public HandleKey key() {
        return state.handleKey();
    }

    /** The profile with its times. */
    public TimedProfile profile() {
        return new TimedProfile(state.profile(), profileTimes);
    }

    /** The next state, to be published. */
    public StoredHandle withState(HandleAssigned next) {
        return new StoredHandle(next, profileTimes, true);
    }

    /** The same state with other times of the profile. */
    public StoredHandle withProfileTimes(ProfileTimes times) {
        return new StoredHandle(state, times, unpublished);
    }
}
