package io.rapport.identity.domain.decision;

import io.rapport.contracts.identity.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * Who says something about two people.
 *
 * @param by a token's name, or a rule's
 * @param reason in their words
 * @param at when
 * @param confidence 0 to 1
 * @param evidence the waterfall it rests on, or nothing
 */
public record DecisionRationale(String by, String reason, Instant at, double confidence, List<Evidence> evidence) {

    /** On their word. */
    public DecisionRationale(String by, String reason, Instant at) {
        this(by, reason, at, 1, List.of());
    }

    /** The same, said in the light of this evidence. */
    public DecisionRationale withEvidence(List<Evidence> shown) {
        return new DecisionRationale(by, reason, at, confidence, shown);
    }
}
