package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as stored.
 *
 * @param state what is, or is to be, published
 * @param revision rises by one with each write; a write on an older revision is refused
 * @param unpublished whether this state is still to be published
 * @param intent the decision this person leads at the moment
 * @param heldBy the person who leads a decision that this one is the other of
 */
public record StoredPerson(
        PersonDescribed state,
        long revision,
        boolean unpublished,
        @Nullable DecisionIntent intent,
        @Nullable UUID heldBy) {

    /** A person nobody has stored yet. */
    public static StoredPerson unsaved(PersonDescribed state) {
        return new StoredPerson(state, 0, true, null, null);
    }

    /** The person. */
    public PersonKey key() {
        return PersonKey.of(state);
    }

    /** Whether no decision about them is on its way. */
    public boolean isFree() {
        return intent == null && heldBy == null;
    }

    /** Who leads the decision on its way. */
    public PersonKey leader() {
        return heldBy == null ? key() : key().withPerson(heldBy);
    }

    /** Whether they were said not to be that person. */
    public boolean isDistinctFrom(StoredPerson other) {
        return state.distinctFrom().contains(other.state().person());
    }

    public boolean hasDecision(Decision decision) {
        return state.decisions().stream().anyMatch(told -> told.id().equals(decision.id()));
    }

    public StoredPerson withState(PersonDescribed next) {
        return new StoredPerson(next, revision + 1, true, intent, heldBy);
    }

    public StoredPerson withIntent(@Nullable DecisionIntent next) {
        return new StoredPerson(state, revision + 1, unpublished, next, heldBy);
    }

    public StoredPerson heldBy(@Nullable UUID leader) {
        return new StoredPerson(state, revision + 1, unpublished, intent, leader);
    }

    /** As {@link #withState} and {@link #heldBy} in one write. */
    public StoredPerson withState(PersonDescribed next, UUID leader) {
        return new StoredPerson(next, revision + 1, true, intent, leader);
    }
}
