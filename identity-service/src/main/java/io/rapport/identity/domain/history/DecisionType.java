package io.rapport.identity.domain.history;

import io.rapport.contracts.identity.Decision;

/** The types of decisions. */
public enum DecisionType {
    /** The person was created for a handle seen for the first time. */
    CREATED,
    /** A user merged two people. */
    MERGED,
    /** A user split handles off. */
    SPLIT,
    /** A rule merged two people. */
    JOINED,
    /** The person is on the client list. */
    CLIENT,
    /** A user recorded that two people are distinct. */
    DISTINCT,
    /** A user revoked a distinction. */
    LIFTED,
    /** A user undid another decision. */
    UNDONE;

    public boolean matches(Decision decision) {
        return decision.type().equals(name());
    }

    public static boolean isUnion(Decision decision) {
        return MERGED.matches(decision) || JOINED.matches(decision);
    }
}
