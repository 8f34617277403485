package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import java.util.List;

/** What may tell us whom a handle belongs to. */
public enum Rule {
    /** The platform's own account id: what a handle is known by. */
    ACCOUNT_ID,
    /** The same verified e-mail address. */
    EMAIL_HASH,
    /** Written on the brand's client list. */
    CLIENT_LIST,
    /** Likeness: how much two people agree on, weighed. */
    LIKENESS,
    /** Somebody said so. */
    HUMAN;

    private static final String BY = " by ";

    /** Evidence by this rule. */
    Evidence evidence(String detail) {
        return new Evidence(name(), detail, 0);
    }

    /** The evidence a decision gives each handle it names. */
    static List<Evidence> evidenceOf(Decision decision) {
        if (decision.type().equals(DecisionType.JOINED.name())) {
            var waterfall = decision.evidence();
            return waterfall == null ? List.of(new Evidence(decision.by(), decision.reason(), 0)) : waterfall;
        }
        return List.of(HUMAN.evidence(
                decision.type() + BY + decision.by() + " at " + decision.at() + ": " + decision.reason()));
    }

    /** Whether this is where somebody gave a handle to a person: what stands behind it is history. */
    static boolean isSplit(Evidence evidence) {
        return evidence.rule().equals(HUMAN.name()) && evidence.detail().startsWith(DecisionType.SPLIT.name() + BY);
    }
}
