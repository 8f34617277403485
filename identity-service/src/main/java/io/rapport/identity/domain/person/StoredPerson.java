package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.history.DecisionHistory;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as stored.
 *
 * @param state the state that is or will be published
 * @param revision the optimistic lock: increases by one with each write
 * @param unpublished whether this state is in the outbox
 * @param intent the open decision that this person leads
 * @param lockedBy the leading person of an open decision of which this is the other person, or the erasure that locks
 *     this person
 */
public record StoredPerson(
        PersonDescribed state,
        long revision,
        boolean unpublished,
        @Nullable DecisionIntent intent,
        @Nullable UUID lockedBy) {

    /** A person that is not stored yet. */
    public static StoredPerson unsaved(PersonDescribed state) {
        return new StoredPerson(state, 0, true, null, null);
    }

    /** The key of the person. */
    public PersonKey key() {
        return PersonKey.of(state);
    }

    /** The person's decisions. */
    public DecisionHistory history() {
        return DecisionHistory.of(state);
    }

    /** Whether the person takes part in no open decision and is not being erased. */
    public boolean isFree() {
        return intent == null && lockedBy == null;
    }

    /** The leading person of the open decision. */
    public PersonKey leader() {
        return lockedBy == null ? key() : key().withPerson(lockedBy);
    }

    /** Whether this person is recorded as distinct from the other. */
    public boolean isDistinctFrom(StoredPerson other) {
        return state.distinctFrom().contains(other.state().person());
    }

    public boolean hasDecision(Decision decision) {
        return state.decisions().stream().anyMatch(each -> each.id().equals(decision.id()));
    }

    public StoredPerson withState(PersonDescribed next) {
        return new StoredPerson(next, revision + 1, true, intent, lockedBy);
    }

    public StoredPerson withIntent(@Nullable DecisionIntent next) {
        return new StoredPerson(state, revision + 1, unpublished, next, lockedBy);
    }

    public StoredPerson withLock(@Nullable UUID leader) {
        return new StoredPerson(state, revision + 1, unpublished, intent, leader);
    }

    /** {@link #withState} and a lock in one write. */
    public StoredPerson withState(PersonDescribed next, UUID leader) {
        return new StoredPerson(next, revision + 1, true, intent, leader);
    }
}
