package io.rapport.identity.domain.history;

import io.rapport.contracts.identity.Decision;

/** What can be decided about a person. */
public enum DecisionType {
    /** First seen. */
    CREATED,
    /** Two people are one, somebody said. */
    MERGED,
    /** Handles are another person's, somebody said. */
    SPLIT,
    /** Two people are one, by evidence. */
    JOINED,
    /** On the client list. */
    CLIENT,
    /** Two people are not one, somebody said. */
    DISTINCT,
    /** Two people may be one after all, somebody said. */
    LIFTED,
    /** Another decision was taken back. */
    UNDONE;

    public boolean matches(Decision decision) {
        return decision.type().equals(name());
    }

    public static boolean isUnion(Decision decision) {
        return MERGED.matches(decision) || JOINED.matches(decision);
    }
}
