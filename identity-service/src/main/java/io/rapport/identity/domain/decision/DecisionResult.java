package io.rapport.identity.domain.decision;

import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.person.PersonKey;
import java.util.Objects;
import java.util.UUID;

/**
 * A committed decision.
 *
 * @param decision the decision
 * @param person the leading person: the survivor of a merge, or the person that was split
 * @param published whether it is published completely; if not, it is published later
 */
public record DecisionResult(Decision decision, PersonKey person, boolean published) {

    /** The other person of the decision. */
    public UUID other() {
        return Objects.requireNonNull(decision.other(), "A decision about two people names the other");
    }
}
