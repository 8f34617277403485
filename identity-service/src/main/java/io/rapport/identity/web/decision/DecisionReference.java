package io.rapport.identity.web.decision;

import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.web.problem.Problem;
import java.util.UUID;

/**
 * A decision as an address names it.
 *
 * @param person who leads it
 * @param decision its id
 */
public record DecisionReference(UUID person, UUID decision) {

    static DecisionReference of(DecisionResult decided) {
        return new DecisionReference(decided.person().person(), decided.decision().id());
    }

    public static DecisionReference of(String text) {
        var dot = text.indexOf('.');
        try {
            return new DecisionReference(
                    UUID.fromString(text.substring(0, Math.max(0, dot))), UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("did", "did names a decision as the page before gave it.")
                    .asException();
        }
    }

    /** As text for an address. */
    public String text() {
        return person + "." + decision;
    }
}
