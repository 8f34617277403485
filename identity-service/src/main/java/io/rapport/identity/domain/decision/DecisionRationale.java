package io.rapport.identity.domain.decision;

import io.rapport.contracts.identity.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * Who makes a decision, when and why.
 *
 * @param by the name of an access token or of a rule
 * @param reason the reason in free text
 * @param at when the decision is made
 * @param confidence 0 to 1
 * @param evidence the evidence waterfall it is based on; may be empty
 */
public record DecisionRationale(String by, String reason, Instant at, double confidence, List<Evidence> evidence) {

    /** A rationale without evidence, of full confidence. */
    public DecisionRationale(String by, String reason, Instant at) {
        this(by, reason, at, 1, List.of());
    }

    /** The same rationale, based on this evidence. */
    public DecisionRationale withEvidence(List<Evidence> shown) {
        return new DecisionRationale(by, reason, at, confidence, shown);
    }
}
