package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as stored.
 *
 * @param state what is, or is to be, published
 * @param revision rises by one with each write; a write on an older revision is refused
 * @param due whether this state is still to be published
 * @param intent the decision this person leads at the moment
 * @param heldBy the person who leads a decision that this one is the other of
 */
public record StoredPerson(
        PersonDescribed state,
        long revision,
        boolean due,
        @Nullable Intent intent,
        @Nullable UUID heldBy) {

    /** A person nobody has stored yet. */
    static StoredPerson fresh(PersonDescribed state) {
        return new StoredPerson(state, 0, true, null, null);
    }

    /** The person. */
    public PersonKey key() {
        return PersonKey.of(state);
    }

    /** Whether no decision about them is on its way. */
    boolean isFree() {
        return intent == null && heldBy == null;
    }

    /** Who leads the decision on its way. */
    PersonKey leader() {
        return heldBy == null ? key() : key().other(heldBy);
    }

    /** Whether they were said not to be that person. */
    boolean isDistinctFrom(StoredPerson other) {
        return state.distinctFrom().contains(other.state().person());
    }

    boolean tells(Decision decision) {
        return state.decisions().stream().anyMatch(told -> told.id().equals(decision.id()));
    }

    StoredPerson next(PersonDescribed next) {
        return new StoredPerson(next, revision + 1, true, intent, heldBy);
    }

    StoredPerson intending(@Nullable Intent next) {
        return new StoredPerson(state, revision + 1, due, next, heldBy);
    }

    StoredPerson heldBy(@Nullable UUID leader) {
        return new StoredPerson(state, revision + 1, due, intent, leader);
    }

    /** As {@link #next} and {@link #heldBy} in one write. */
    StoredPerson next(PersonDescribed next, UUID leader) {
        return new StoredPerson(next, revision + 1, true, intent, leader);
    }
}
