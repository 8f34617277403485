package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;

/** What may tell us whom a handle belongs to. Matching by likeness will add its own. */
public enum Rule {
    /** The platform's own account id: what a handle is known by. */
    ACCOUNT_ID,
    /** The same verified e-mail address. */
    EMAIL_HASH,
    /** Written on the brand's client list. */
    CLIENT_LIST,
    /** Somebody said so. */
    HUMAN;

    /** Evidence by this rule. */
    Evidence evidence(String detail) {
        return new Evidence(name(), detail, 0);
    }

    /** The evidence a decision gives each handle it names. */
    static Evidence evidenceOf(Decision decision) {
        if (decision.type().equals(DecisionType.JOINED.name())) {
            return new Evidence(decision.by(), decision.reason(), 0);
        }
        return HUMAN.evidence(decision.type() + " by " + decision.by() + ": " + decision.reason());
    }
}
