package io.rapport.identity.domain.decision;

import io.rapport.identity.domain.person.PersonKey;

import io.rapport.contracts.identity.Decision;
import java.util.Objects;
import java.util.UUID;

/**
 * A decision that holds.
 *
 * @param decision what was decided
 * @param person who leads it: the survivor of a merge, or who was split
 * @param published whether it is published; if not, it will be
 */
public record DecisionResult(Decision decision, PersonKey person, boolean published) {

    /** The other person it is about. */
    public UUID other() {
        return Objects.requireNonNull(decision.other(), "A decision about two people names the other");
    }
}
